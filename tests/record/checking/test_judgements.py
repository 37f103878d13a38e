"""Each rule of judgements, broken, is found."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from pourparler.core.judgement import Anchor, Judgement, Verdict
from pourparler.core.vocabulary import EntryKind
from pourparler.record.check import check_judgements
from tests.record.checking.edited import told
from tests.record.drafts import geneva_talks, hold

HOLDINGS = hold(*geneva_talks())
ONE, OTHER = [one for one in HOLDINGS.accounts if one.kind is EntryKind.MEETING][:2]
WORDS = ONE.evidence[0]
ANCHOR = Anchor(ONE.id, ONE.report, ONE.kind, None, WORDS.start, WORDS.end, WORDS.text)
GOOD = Judgement("j1", Verdict.CONFIRMED, (ONE.id,), "me", datetime(2025, 6, 1, tzinfo=UTC), "seen", anchors=(ANCHOR,))


def problems(**changed: Any) -> list[str]:
    """What is found in a judgement that was good before this was changed."""
    holdings = replace(HOLDINGS, judgements=(replace(GOOD, **changed),))
    return [told(problem) for problem in check_judgements(holdings)]


def test_a_good_judgement_has_no_fault() -> None:
    assert problems() == []
    assert problems(verdict=Verdict.SAME, accounts=(ONE.id, OTHER.id), anchors=()) == []
    assert problems(verdict=Verdict.NAMED, accounts=(), anchors=(), names=("Norland",), value="Northland") == []
    assert problems(verdict=Verdict.SUPPOSED, names=("A", "h", "Norland"), value="1 > 2") == []
    assert problems(verdict=Verdict.MODELLED, accounts=(), anchors=(), names=("A",), value='{"options": []}') == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"accounts": (), "anchors": ()}, "it is confirmed and about no account"),
        ({"verdict": Verdict.NAMED, "value": "x"}, "it is named and about no actor"),
        ({"verdict": Verdict.SAME}, "it is same and about one account alone"),
        ({"verdict": Verdict.JOINED, "names": ("Norland", "Norland")}, "it is joined and about one actor alone"),
        ({"verdict": Verdict.ISSUE_NAMED, "value": "x"}, "it is issue named and about no issue"),
        ({"verdict": Verdict.ISSUE_NAMED, "names": ("a truce",)}, "it is issue named and gives no name"),
        ({"verdict": Verdict.ISSUES_JOINED, "names": ("a truce",)}, "it is issues joined and about one issue alone"),
        ({"verdict": Verdict.MODELLED, "value": "{}"}, "it is modelled and about no board"),
        ({"verdict": Verdict.MODELLED, "names": ("A",), "value": "{"}, "it is modelled and its board is no JSON"),
        ({"verdict": Verdict.MODELLED, "names": ("A",)}, "it is modelled and holds no board"),
        (
            {"verdict": Verdict.SUPPOSED, "names": ("A", "h"), "value": "1"},
            "it is supposed and has 2 names instead of 3",
        ),
        ({"verdict": Verdict.SUPPOSED, "names": ("A", "h", "Norland")}, "it is supposed and states nothing"),
        ({"verdict": Verdict.CORRECTED}, "it is corrected and says no field"),
        ({"verdict": Verdict.CORRECTED, "field": "status", "value": "dreamt of"}, "dreamt of"),
        ({"verdict": Verdict.CORRECTED, "field": "colour", "value": "red"}, "colour"),
        ({"verdict": Verdict.NAMED, "names": ("Norland",)}, "it is named and gives no name"),
        ({"accounts": ("a-none",), "anchors": ()}, "none of its accounts is in the record"),
        ({"accounts": (OTHER.id,)}, "its anchors are not those of its accounts"),
        ({"anchors": (replace(ANCHOR, report="r-none"),)}, "names the report r-none, which is not in the record"),
        ({"anchors": (replace(ANCHOR, start=ANCHOR.start + 1),)}, "do not stand at"),
        ({"anchors": (replace(ANCHOR, start=0, end=0, text=""),)}, "do not stand at 0–0"),
    ],
)
def test_a_broken_judgement_is_found(changed: dict[str, Any], said: str) -> None:
    found = problems(**changed)
    assert any(problem.startswith("judgement j1: ") and said in problem for problem in found), found
