"""Footnotes are numbered as a reader meets them, and those that nothing cites are gone."""

from pourparler.faces.brief.numbering import numbered, sentences_of
from pourparler.faces.brief.paper import Brief, Footnote, Group, Item, Section, say


def note(number: int) -> Footnote:
    """A footnote whose words tell the number it had."""
    return Footnote(number, "Harbour Wire", "Mon 20 Apr 2015", f"“{number}”", "later.txt")


def test_numbers_follow_the_text_from_top_to_bottom() -> None:
    side = Item((say("c", notes=(7,)),))
    items = (Item((say("a", notes=(5, 9)), say("b", notes=(9,))), (side,)),)
    section = Section("x", "X", (Group("", items),), more=(say("d", notes=(2, 5)),))
    brief = numbered(Brief("T", (say("lead"),), (section,), tuple(map(note, range(1, 11)))))
    assert [one.notes for one in sentences_of(brief)] == [(), (1, 2), (2,), (3,), (1, 4)]
    assert [(one.number, one.words) for one in brief.footnotes] == [(1, "“5”"), (2, "“9”"), (3, "“7”"), (4, "“2”")]
