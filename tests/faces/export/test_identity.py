"""What entries are called outside: by the account the record learned of first, whatever arrives later."""

from pathlib import Path

from pourparler.faces.cli.opening import looked_up
from pourparler.faces.export.identity import actor_key, first_account, lasting_id, learned
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.opening import open_store
from pourparler.record.view import compute
from tests.faces.lausanne import RECORD
from tests.record.drafts import draft, hold

BOTH = ("Norland", "Sudland")
EARLY = draft("a", "2025-03-01", "The first talks were told early.").meets(
    "first talks", "talks", "planned", "2025-03-10", parties=BOTH
)
LATE = draft("b", "2025-03-04", "The first talks were told late. The first talks.").meets(
    "first talks", "talks", "planned", "2025-03-10", parties=BOTH
)


def test_the_account_learned_of_first_names_an_entry(tmp_path: Path) -> None:
    with open_store(tmp_path / "talks.db", create=True) as store:
        LATE.put(store)
        EARLY.put(store)
        lookup = looked_up(store, None)
        assert learned(store) == {LATE.report.id: 1, EARLY.report.id: 2} == dict(lookup.learned)
    [meeting] = lookup.record.meetings
    assert len(meeting.accounts) == 2
    assert first_account(lookup, meeting).report == LATE.report.id
    bare = Lookup(lookup.record)
    assert first_account(bare, meeting).report == EARLY.report.id
    assert lasting_id(lookup, meeting) != lasting_id(bare, meeting)
    alone = compute(hold(LATE))
    assert lasting_id(Lookup(alone), alone.meetings[0]) == lasting_id(lookup, meeting)
    assert lasting_id(lookup, meeting, "deadline") != lasting_id(lookup, meeting)


def test_a_name_that_is_no_actors_has_a_key_of_its_own() -> None:
    lookup = Lookup(RECORD)
    assert actor_key(lookup, "Iran") == "w20bb2"
    assert actor_key(lookup, "Turkey") == actor_key(lookup, "Turkey") != actor_key(lookup, "Israel")
