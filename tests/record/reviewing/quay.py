"""A small record to review: pay talks of an invented port, their day and what came of them told in two ways."""

from dataclasses import replace

from pourparler.core.entry import Ask, CaseRecord
from pourparler.core.judgement import Judgement
from pourparler.core.vocabulary import EntryKind
from pourparler.record.store import Store
from pourparler.record.view import compute
from tests.record.drafts import Draft, draft, hold

UNION, PORT = "Dockers Union", "Port Authority"
SIDES = (UNION, PORT)

EARLIER = (
    "The Dockers Union and the Port Authority ended a first round of talks in Oldhaven on Monday. "
    "They agreed on a pay deal. "
    "A second round may follow on 20 March, a clerk said. No overtime until the cranes are checked."
)
LATER = (
    "A first round of talks between the Dockers Union and the Port Authority was held in Oldhaven on Sunday. "
    "The pay deal is not agreed yet. The union's side met the mayor over lunch on 4 March. "
    "The mayor received the union on 6 March."
)


def quay_talks() -> list[Draft]:
    """Two reports: a round on two days, a deal in two states, a round to come with reserve, two visits, a condition."""
    first = draft("a.txt", "2025-03-11", EARLIER, "Harbour Wire")
    first.names(UNION, kind="organisation").names(PORT, kind="organisation")
    first.meets("ended a first round of talks in Oldhaven", "talks", "held", "2025-03-10", place=("Oldhaven",), round=1,
                parties=SIDES)  # fmt: skip
    first.meets("A second round may follow", "talks", "planned", "2025-03-20", round=2, parties=SIDES,
                hedge=first.at("may"))  # fmt: skip
    first.papers("a pay deal", "agreement", "agreed", SIDES, subject="pay", on="2025-03-10")
    first.requires("No overtime until the cranes are checked", "overtime", "a check of the cranes", UNION)
    first.says("A second round may follow on 20 March", None)
    second = draft("b.txt", "2025-03-11", LATER, "Quay Daily")
    second.names(UNION, kind="organisation").names(PORT, kind="organisation")
    second.meets("was held in Oldhaven", "talks", "held", "2025-03-09", place=("Oldhaven",), round=1, parties=SIDES)
    second.papers("The pay deal is not agreed", "agreement", "under negotiation", SIDES, subject="pay", on="2025-03-10")
    second.meets("met the mayor over lunch", "meeting", "held", "2025-03-04", parties=(UNION,), title="a lunch")
    second.meets("The mayor received the union", "visit", "held", "2025-03-06", parties=(UNION,), title="a visit")
    return [first, second]


def quay_record(*judgements: Judgement) -> CaseRecord:
    """The record of these reports with judgements laid over it, and the lunch and the visit in doubt."""
    record = compute(hold(*quay_talks(), judgements=judgements))
    lunches = [met for met in record.meetings if met.parties == (UNION,)]
    if len(lunches) < 2:
        return record
    one, other = lunches
    ask = Ask(one.id, other.id, EntryKind.MEETING, -0.5, ("the same party", "no day told"),
              (one.accounts[0].id, other.accounts[0].id))  # fmt: skip
    return replace(record, asks=(ask,))


def fill(store: Store) -> None:
    """Put the reports into a store."""
    for each in quay_talks():
        each.put(store)
