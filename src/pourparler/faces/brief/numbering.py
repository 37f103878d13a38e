"""Numbers the footnotes of a brief in the order in which a reader meets them; what is cited nowhere goes."""

from collections.abc import Iterator
from dataclasses import replace

from pourparler.faces.brief.paper import Brief, Group, Item, Section, Sentence


def numbered(brief: Brief) -> Brief:
    """The brief with the footnotes that it cites, numbered from 1 as they are first cited, from top to bottom."""
    order: dict[int, int] = {}
    for sentence in sentences_of(brief):
        for number in sentence.notes:
            order.setdefault(number, len(order) + 1)
    notes = {note.number: note for note in brief.footnotes}
    return replace(
        brief,
        lead=tuple(_sentence(one, order) for one in brief.lead),
        sections=tuple(_section(one, order) for one in brief.sections),
        footnotes=tuple(replace(notes[old], number=new) for old, new in order.items()),
    )


def sentences_of(brief: Brief) -> Iterator[Sentence]:
    """Every sentence of a brief from top to bottom."""
    yield from brief.lead
    for section in brief.sections:
        for group in section.groups:
            for item in group.items:
                yield from _told(item)
        yield from section.more


def _told(item: Item) -> Iterator[Sentence]:
    yield from item.sentences
    for side in item.sides:
        yield from _told(side)


def _section(section: Section, order: dict[int, int]) -> Section:
    groups = tuple(Group(one.heading, tuple(_item(item, order) for item in one.items)) for one in section.groups)
    return replace(section, groups=groups, more=tuple(_sentence(one, order) for one in section.more))


def _item(item: Item, order: dict[int, int]) -> Item:
    return Item(tuple(_sentence(one, order) for one in item.sentences), tuple(_item(one, order) for one in item.sides))


def _sentence(sentence: Sentence, order: dict[int, int]) -> Sentence:
    return replace(sentence, notes=tuple(sorted(order[number] for number in sentence.notes)))
