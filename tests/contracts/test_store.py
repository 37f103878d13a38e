"""What every store must keep to; each implementation of the seam `Store` is opened by one line of OPENERS."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pourparler.core.errors import RecordError
from pourparler.core.judgement import Anchor, Judgement, Verdict
from pourparler.core.vocabulary import EntryKind
from pourparler.record.opening import open_store
from pourparler.record.store import Failure, JournalAct, JournalLine, Store
from tests.record.drafts import Draft, draft, geneva_talks

Opener = Callable[[Path], Store]
OPENERS: dict[str, Opener] = {"sqlite": lambda folder: open_store(folder / "case.db", create=True)}


@pytest.fixture(params=sorted(OPENERS))
def opener(request: pytest.FixtureRequest) -> Opener:
    return OPENERS[request.param]


@pytest.fixture
def store(opener: Opener, tmp_path: Path) -> Iterator[Store]:
    with opener(tmp_path) as opened:
        yield opened


def judgement(name: str, verdict: Verdict = Verdict.CONFIRMED) -> Judgement:
    return Judgement(name, verdict, ("a1", "a2"), "me", datetime(2025, 6, 1, 12, 30, tzinfo=UTC), "seen it")


def test_a_new_store_is_empty(store: Store) -> None:
    holdings = store.holdings()
    assert (holdings.name, holdings.version, holdings.reports, holdings.accounts) == ("", 0, (), ())
    assert store.failures() == () and store.judgements(withdrawn=True) == ()


def test_the_case_keeps_its_last_name(store: Store) -> None:
    store.name_case("Fish")
    store.name_case("Fishing")
    assert store.case_name == "Fishing" == store.holdings().name


def test_what_goes_in_comes_out(store: Store) -> None:
    drafts = geneva_talks()
    assert all(each.put(store) for each in drafts)
    for each in drafts:
        assert store.has_report(each.report.id)
        assert store.report(each.report.id) == each.report
        assert store.readings(each.report.id) == (each.reading,)
        assert set(store.accounts(each.report.id)) == set(each.accounts.accounts)
    assert set(store.accounts()) == {account for each in drafts for account in each.accounts.accounts}
    assert [report.name for report in store.reports()] == ["5.txt", "1.txt", "2.txt", "3.txt", "4.txt"]


def test_adding_twice_adds_nothing(store: Store) -> None:
    [first, *_] = geneva_talks()
    assert first.put(store) is True
    before = store.holdings()
    assert first.put(store) is False
    assert store.holdings() == before


def test_it_is_there_after_closing(opener: Opener, tmp_path: Path) -> None:
    with opener(tmp_path) as store:
        for each in geneva_talks():
            each.put(store)
        before = store.holdings()
    with opener(tmp_path) as store:
        assert store.holdings() == before


def test_the_order_of_adding_does_not_show(opener: Opener, tmp_path: Path) -> None:
    seen = []
    for number, drafts in enumerate((geneva_talks(), geneva_talks()[::-1])):
        folder = tmp_path / str(number)
        folder.mkdir()
        with opener(folder) as store:
            for each in drafts:
                each.put(store)
            seen.append(store.holdings())
    assert seen[0] == seen[1]


def test_a_second_text_of_one_name_is_a_second_version(store: Store) -> None:
    first, second = draft("a.txt", "2025-03-01", "As it was."), draft("a.txt", "2025-03-01", "As it is now.")
    second.says("it is now", None)
    changed = replace(second.report, id="r-other")
    accounts = replace(second.accounts, report="r-other")
    accounts = replace(accounts, accounts=tuple(replace(account, report="r-other") for account in accounts.accounts))
    first.put(store)
    store.add(changed, replace(second.reading, report="r-other"), accounts)
    assert {report.name for report in store.reports()} == {"a.txt", "a.txt#2"}
    [account] = store.accounts("r-other")
    assert account.evidence[0].report == "a.txt#2"
    assert store.report("r-other") == replace(changed, name="a.txt#2")


def test_a_version_never_takes_the_name_of_another_report(store: Store) -> None:
    for number, name in enumerate(("a.txt", "a.txt#2", "a.txt", "a.txt#2")):
        store.add(replace(draft(name, None, f"Text {number}").report, id=f"r{number}"))
    assert len({report.name for report in store.reports()}) == 4


@pytest.mark.parametrize("paths", [("a/x.txt", "b/x.txt"), ("b/x.txt", "a/x.txt")])
def test_one_text_in_two_places_has_one_name(store: Store, paths: tuple[str, str]) -> None:
    report = draft("x", "2025-03-01", "The same words.").report
    assert [store.add(replace(report, name=path)) for path in paths] == [True, False]
    assert [report.name for report in store.reports()] == ["a/x.txt"]


def test_a_report_without_reading_is_set_aside(store: Store) -> None:
    assert store.add(replace(draft("x.txt", None, "Das ist Deutsch.").report, language="de"))
    assert store.accounts() == () and len(store.reports()) == 1


def test_the_newer_reading_is_the_current_one(store: Store) -> None:
    [old, *_] = geneva_talks()
    old.put(store)
    new = geneva_talks()[0]
    new.reader = "hand 2"
    new.meetings.clear()
    assert store.add_reading(new.reading, new.accounts, current=True) is True
    assert store.add_reading(new.reading, new.accounts, current=True) is False
    assert store.readings(old.report.id) == (new.reading, old.reading)
    assert set(store.accounts()) == set(new.accounts.accounts)
    with pytest.raises(RecordError, match="There is no report"):
        store.add_reading(replace(new.reading, report="r-none"), new.accounts)


def test_done_is_told_by_path_and_content(store: Store) -> None:
    store.mark_done("a.txt", "f1")
    store.mark_done("a.txt", "f1")
    assert store.is_done("a.txt", "f1")
    assert not store.is_done("a.txt", "f2") and not store.is_done("b.txt", "f1")


def test_failures_are_kept_until_cleared(store: Store) -> None:
    store.add_failure(Failure("b.txt", "read", "broken", "mend it"))
    store.add_failure(Failure("a.txt", "read", "broken"))
    store.add_failure(Failure("a.txt", "date", "still broken"))
    assert store.failures() == (Failure("a.txt", "date", "still broken"), Failure("b.txt", "read", "broken", "mend it"))
    store.clear_failure("a.txt")
    store.clear_failure("never-there.txt")
    assert [failure.path for failure in store.failures()] == ["b.txt"]


def test_judgements_are_withdrawn_and_never_deleted(store: Store) -> None:
    one, two = judgement("j1"), replace(judgement("j2", Verdict.CORRECTED), field="round", value="2")
    assert store.add_judgements([one, two]) == 2
    assert store.add_judgements([one]) == 0
    at = datetime(2025, 6, 2, tzinfo=UTC)
    assert store.withdraw(["j1", "j-none"], at) == 1
    assert store.withdraw(["j1"], at) == 0
    assert store.judgements() == (two,)
    assert store.judgements(withdrawn=True) == (replace(one, withdrawn=at), two)


def test_the_version_counts_what_stands(store: Store) -> None:
    versions = [store.holdings().version]
    [each, *_] = geneva_talks()
    each.put(store)
    versions.append(store.holdings().version)
    store.add_judgements([judgement("j1")])
    versions.append(store.holdings().version)
    store.withdraw(["j1"], datetime(2025, 6, 2, tzinfo=UTC))
    assert store.holdings().version == versions[1]
    assert versions == sorted(set(versions))


def test_any_text_goes_in(store: Store) -> None:
    text = "Zürich 🕊 \u202eabc\n\tnull-free \ud7ff “quotes”"
    store.add(draft("ä.txt", None, text).report)
    assert store.reports()[0].text == text
    assert store.changed_reports() == ()


def test_a_judgement_keeps_all_it_was_given(store: Store) -> None:
    anchor = Anchor("a1", "r1", EntryKind.MEETING, "Norland", 3, 8, "talks")
    whole = replace(judgement("j1"), act="act 1", names=("Ann Lee", "A. Lee"), anchors=(anchor,), value="Ann Lee")
    assert store.add_judgements([whole]) == 1
    assert store.judgements() == (whole,)
    assert judgement("j2").act == "j2"


def test_judgements_of_one_call_are_all_there_or_none(store: Store) -> None:
    broken = replace(judgement("j2"), because=None)  # type: ignore[arg-type]
    with pytest.raises(RecordError):
        store.add_judgements([judgement("j1"), broken])
    assert store.judgements() == () == store.journal()


def test_a_judgement_that_comes_withdrawn_stays_so(store: Store) -> None:
    at = datetime(2025, 6, 2, tzinfo=UTC)
    store.add_judgements([replace(judgement("j1"), withdrawn=at)])
    assert store.judgements() == () and store.holdings().version == 0
    assert store.judgements(withdrawn=True) == (replace(judgement("j1"), withdrawn=at),)


def test_every_act_of_writing_is_a_line_of_the_journal(store: Store) -> None:
    old = geneva_talks()[0]
    new = other_reading(old, "hand 2")
    old.put(store)
    old.put(store)
    store.add(draft("x.txt", None, "Das ist Deutsch.").report)
    store.add_reading(new.reading, new.accounts)
    store.make_current("hand 2")
    store.make_current("hand 2")
    bulk = [replace(judgement(f"j{number}"), act="act 1") for number in range(3)]
    store.add_judgements([*bulk, judgement("j9")])
    store.add_judgements(bulk)
    store.withdraw(["j0", "j1", "j2", "j9"], datetime(2025, 6, 2, tzinfo=UTC))
    act = JournalAct
    assert store.journal() == (
        JournalLine(1, act.REPORT, old.report.id, 2),
        JournalLine(2, act.REPORT, "r-x.txt", 3),
        JournalLine(3, act.READING, old.report.id, 3),
        JournalLine(4, act.CURRENT, "hand 2", 4),
        JournalLine(5, act.JUDGEMENT, "act 1", 7),
        JournalLine(6, act.JUDGEMENT, "j9", 8),
        JournalLine(7, act.WITHDRAWAL, "j9", 7),
        JournalLine(8, act.WITHDRAWAL, "act 1", 4),
    )
    assert store.holdings().edition == 8


def test_what_stood_after_each_line_can_be_asked_for(store: Store) -> None:
    seen = [store.holdings()]
    drafts = geneva_talks()
    new = other_reading(drafts[0], "hand 2")
    for each in drafts:
        each.put(store)
        seen.append(store.holdings())
    store.add_judgements([judgement("j1")])
    seen.append(store.holdings())
    store.add_reading(new.reading, new.accounts, current=True)
    seen.append(store.holdings())
    store.withdraw(["j1"], datetime(2025, 6, 2, tzinfo=UTC))
    seen.append(store.holdings())
    store.make_current("hand 1")
    seen.append(store.holdings())
    assert [holdings.edition for holdings in seen] == list(range(len(seen)))
    assert [store.holdings(at=holdings.edition) for holdings in seen] == seen
    assert [line.version for line in store.journal()] == [holdings.version for holdings in seen[1:]]
    assert seen[-1].accounts == seen[5].accounts
    with pytest.raises(RecordError, match=r"no edition 10; its journal ends at 9"):
        store.holdings(at=10)


def test_a_reading_can_wait_before_it_takes_effect(store: Store) -> None:
    drafts = geneva_talks()
    new = [other_reading(each, "hand 2") for each in drafts[:2]]
    for each in drafts:
        each.put(store)
    before = store.holdings()
    for each in new:
        assert store.add_reading(each.reading, each.accounts) is True
    assert store.holdings() == before and store.pending_readers() == ("hand 2",)
    shown = store.holdings(reader="hand 2")
    assert shown.version == before.version + 2
    assert set(shown.accounts) != set(before.accounts)
    assert store.holdings(at=5, reader="hand 2") == before
    assert store.make_current("hand 2", [new[0].report.id]) == 1
    assert store.pending_readers() == ("hand 2",)
    assert store.make_current("hand 2") == 1 and store.make_current("hand 2") == 0
    assert store.pending_readers() == () and store.holdings() == shown == store.holdings(reader="hand 2")
    assert store.holdings(reader="hand 1").accounts == before.accounts
    assert store.make_current("hand 1") == 2
    assert store.holdings().accounts == before.accounts and store.make_current("nobody") == 0


def other_reading(each: Draft, reader: str) -> Draft:
    """The same report seen by another reader, who sees no meetings."""
    return replace(each, reader=reader, meetings=[])


def test_readings_that_never_counted_can_be_discarded_and_no_others(store: Store) -> None:
    first = geneva_talks()[0]
    first.put(store)
    before = store.holdings()
    again = replace(first, reader="hand 2")
    store.add_reading(again.reading, again.accounts)
    assert store.readers() == ("hand 1", "hand 2")
    assert store.read_by("hand 2") == store.read_by("hand 2", waiting=True) == {first.report.id}
    assert store.read_by("hand 1") == {first.report.id} and store.read_by("hand 1", waiting=True) == frozenset()
    assert (store.discard("hand 1"), store.discard("hand 2"), store.discard("hand 2")) == (0, 1, 0)
    assert store.readers() == ("hand 1",) and store.holdings() == before
    store.add_reading(again.reading, again.accounts)
    store.make_current("hand 2")
    assert store.discard("hand 2") == 0 and store.read_by("hand 1", waiting=True) == {first.report.id}
