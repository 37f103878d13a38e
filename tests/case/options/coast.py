"""A record made by hand: a union and two owners, with conditions, refusals, doubts and talks."""

from pourparler.case.conditions.graph import build
from pourparler.case.issues.gathering import gather
from pourparler.case.issues.matrix import matrix
from pourparler.case.options.cells import Asked
from pourparler.case.options.told import RecordTold
from pourparler.core.entry import CaseRecord
from pourparler.record.view import compute
from tests.record.drafts import Draft, draft, hold

UNION, MILL, PORT = "Crews' Union", "Mill", "Port"


def told(name: str, text: str, day: str) -> Draft:
    """A report whose last words name the three sides and who speaks for two of them."""
    made = draft(name, day, f"{text} Mill heard, Port watched, Union met. Ann Lee nodded. Bo Day left.", "Coast Daily")
    made.names("Mill heard", MILL, "organisation").names("Port watched", PORT, "organisation")
    made.names("Union met", UNION, "organisation")
    return made.names("Ann Lee", party=UNION).names("Bo Day", party=MILL)


def first() -> Draft:
    """The union wants a pay rise before it ends its strike; the port will not hear of night shifts."""
    text = "Ann Lee said: no end of the strike unless Mill grants a pay rise. Port rejects night shifts."
    made = told("1.txt", text, "2025-03-01")
    words = "no end of the strike unless Mill grants a pay rise"
    made.requires(words, "an end of the strike", "a pay rise", UNION, voiced_by="Ann Lee")
    made.stands("Port rejects night shifts", "rejects", "night shifts", PORT)
    return made.meets("Union met", "talks", "held", "2025-02-27", parties=(UNION, MILL), title="wage talks")


def second() -> Draft:
    """The mill offers the pay rise, and the union doubts that it means it."""
    text = "Bo Day said Mill would grant a pay rise. Ann Lee said she doubted that Mill would ever grant the pay rise."
    made = told("2.txt", text, "2025-03-04")
    made.stands("Mill would grant a pay rise", "offers", "a pay rise", MILL, voiced_by="Bo Day")
    made.says("Mill would grant a pay rise", "Bo Day", "offer", party=MILL)
    doubted = "she doubted that Mill would ever grant the pay rise"
    return made.says(doubted, "Ann Lee", "say", party=UNION)


def planned() -> Draft:
    """A meeting to come, and one whose day has gone by."""
    text = "Union and Port will hold a meeting on Friday. A summit of Mill and Port was planned for February."
    made = told("3.txt", text, "2025-03-05")
    made.meets(
        "a meeting on Friday", "meeting", "planned", "2025-03-07", parties=(UNION, PORT), title="harbour meeting"
    )
    return made.meets("A summit", "summit", "planned", "2025-02-10", parties=(MILL, PORT), title="harbour summit")


def coast(*drafts: Draft) -> CaseRecord:
    """The record of some reports, of all without any."""
    return compute(hold(*(drafts or (first(), second(), planned()))))


def asked(record: CaseRecord) -> Asked:
    """What cells and open moves of a record are made of."""
    issues = gather(record)
    return Asked(build(record, issues), matrix(record, issues).of, RecordTold(record))
