"""What counts as agreed between sides, and what is one side's own act however far it has got."""

import pytest

from pourparler.case.issues.states import State
from pourparler.core.vocabulary import InstrumentStatus
from tests.case.issues.test_states import BOTH, Papers
from tests.record.drafts import NORLAND


@pytest.mark.parametrize(
    ("title", "kind", "status", "parties", "agreed"),
    [
        ("decree on the lake", "document", "signed", (NORLAND,), False),
        ("ruling", "document", "in force", BOTH, False),
        ("joint decision on the lake", "document", "signed", BOTH, True),
        ("duty on fish", "sanctions", "in force", BOTH, False),
        ("duty on fish", "sanctions", "agreed", BOTH, True),
        ("peace plan", "document", "agreed", (NORLAND,), False),
        ("peace plan", "document", "agreed", BOTH, True),
        ("committee", "agreement", "agreed", (), False),
        ("joint committee", "agreement", "agreed", (), True),
        ("negotiating teams", "agreement", "agreed", (), False),
        ("pact on the lake", "agreement", "signed", (NORLAND,), True),
        ("pact on the lake", "agreement", "to be signed", BOTH, False),
        ("pact on the lake", "agreement", "subject to ratification", BOTH, True),
    ],
)
def test_what_one_side_does_by_itself_is_no_agreement(
    title: str, kind: str, status: str, parties: tuple[str, ...], agreed: bool
) -> None:
    papers = Papers()
    made = papers.told(f"There is a {title}.")
    made.papers(f"There is a {title}", kind, status, parties, subject="a truce", title=title)
    standing = papers.of()
    assert (standing.state is State.AGREED) is agreed
    assert standing.stage is InstrumentStatus(status), "how far it has got is told all the same"


def test_several_who_adopt_a_plan_agree_on_it() -> None:
    papers = Papers()
    made = papers.told("Six governments adopted the plan.")
    made.papers("Six governments adopted the plan", "document", "agreed", (NORLAND,), subject="a truce", title="plan")
    assert papers.of().state is State.AGREED


def test_what_is_to_be_signed_is_agreed_where_that_is_told_too() -> None:
    papers = Papers()
    made = papers.told("Both agreed a pact on a truce.")
    made.papers("Both agreed a pact on a truce", "agreement", "agreed", BOTH, subject="a truce")
    later = papers.told("They will sign the pact on a truce.", "2025-03-03")
    later.papers("They will sign the pact on a truce", "agreement", "to be signed", BOTH, subject="a truce")
    standing = papers.of()
    assert standing.state is State.AGREED and standing.stage is InstrumentStatus.TO_BE_SIGNED
