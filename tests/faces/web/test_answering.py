"""The words of a line in pieces: what they name leads to it."""

import re
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from pourparler.faces.web.answering import cut

WORDS = ("condition ", "Condition ", "c12", "c1", "“a truce”", "“a", "x", " ", ".", "_", "è")

texts = st.lists(st.sampled_from(WORDS), max_size=12).map("".join)


def test_a_condition_is_named_with_the_word_before_it() -> None:
    ends = {"c12": ("the condition", "/conditions/c12"), "“a truce”": ("what it waits for", "/goals/n1")}
    assert list(cut("Asked: “a truce” (condition c12).", ends)) == [
        ("Asked: ", None), ("“a truce”", "/goals/n1"), (" (", None), ("condition c12", "/conditions/c12"), (").", None),
    ]  # fmt: skip


@given(text=texts, names=st.lists(st.sampled_from(("c12", "c1", "“a truce”", "“a")), unique=True, min_size=1))
def test_names_stand_by_themselves_and_the_longest_counts(text: str, names: Sequence[str]) -> None:
    """As one regular expression has it."""
    longest = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    places = re.finditer(rf"(?:\b[Cc]ondition )?(?<!\w)({longest})(?!\w)", text)
    pieces = list(cut(text, {name: ("", name) for name in names}))
    assert "".join(words for words, _ in pieces) == text
    assert [one for one in pieces if one[1]] == [(place[0], place[1]) for place in places]
