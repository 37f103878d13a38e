"""Two sides, a meeting and an accord between them, and what voices say of these."""

from typing import Any

from pourparler.core.entry import CaseRecord
from pourparler.record.view import compute
from tests.record.drafts import NORLAND, SUDLAND, Draft, draft, hold

BOTH = (NORLAND, SUDLAND)
MET = "The two sides met in Oslo"
ACCORD = "the fishing accord"


def report(name: str, published: str, words: str) -> Draft:
    """A report that tells of one meeting and one accord, and then has `words`; both states and two people are named."""
    text = f"{MET} to go over {ACCORD}. {words}"
    each = draft(name, published, text)
    for state in BOTH:
        if state in text:
            each.names(state, kind="state")
    for person, state in (("Ann Lee", NORLAND), ("Bo Berg", SUDLAND)):
        if person in text:
            each.names(person, party=state)
    return each


def meets(each: Draft, status: str = "held", when: str = "2025-03-04", **more: Any) -> Draft:
    """The report has its meeting."""
    return each.meets(MET, "talks", status, when, **{"parties": BOTH, "round": 1, **more})


def papers(each: Draft, status: str | None = "agreed", **more: Any) -> Draft:
    """The report has its accord."""
    return each.papers(ACCORD, "agreement", status, BOTH, subject="fishing", **more)


def told(*drafts: Draft) -> list[tuple[str, list[str | tuple[str, ...]]]]:
    """Every dispute as its field and the values of its readings."""
    record: CaseRecord = compute(hold(*drafts))
    return [(each.field, [reading.value for reading in each.readings]) for each in record.disputes]
