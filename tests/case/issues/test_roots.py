"""Words of one family share a root, and others do not."""

import pytest

from pourparler.case.issues.roots import root


@pytest.mark.parametrize(
    "words",
    [
        ("prepare", "preparation", "preparing"),
        ("arbitrate", "arbitrator", "arbitration"),
        ("inspect", "inspection", "inspector"),
        ("verify", "verification"),
        ("approve", "approval"),
        ("tariff", "duty", "levy"),
        ("flight", "plane", "fly"),
    ],
)
def test_a_family(words: tuple[str, ...]) -> None:
    assert len({root(word) for word in words}) == 1


@pytest.mark.parametrize(
    "one,other",
    [
        ("trade", "tradition"),
        ("quota", "quotation"),
        ("depart", "department"),
        ("organ", "organise"),
        ("port", "portion"),
    ],
)
def test_no_family(one: str, other: str) -> None:
    assert root(one) != root(other)
