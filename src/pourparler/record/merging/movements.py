"""How positions move: which earlier position of the same party, on the same issue, a position follows."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pourparler.core.entry import Position
from pourparler.core.vocabulary import Stance
from pourparler.record.merging.background import Background
from pourparler.record.merging.wording import VAGUE, content_words, name_one_thing, stems

LAST = 16
"""Positions of one party under one word of an issue that a later one is compared with: those told last."""

_ALIKE = (
    frozenset({Stance.DEMANDS, Stance.PROPOSES, Stance.SUPPORTS}),
    frozenset({Stance.OFFERS, Stance.ACCEPTS, Stance.SUPPORTS}),
)
"""Stances that a party may take on one thing at once, so that the one is no movement away from the other."""

Told = tuple[date, frozenset[str], Position]


def follow_movements(positions: Sequence[Position], background: Background) -> tuple[Position, ...]:
    """The positions in their order, each with `moved_from` where the party stood otherwise on that issue before.

    What counts is the day since when it is taken, else the first day of publication; positions told on one day, or
    without a day, follow none. Of several earlier ones the latest is the one moved from.
    """
    shelf: dict[tuple[str, str], list[Told]] = defaultdict(list)
    moved: dict[str, str] = {}
    for since, position in _by_day(positions, background):
        words = content_words(position.issue)
        telling = sorted(stems(words - VAGUE))
        before = {
            told[2].id: told
            for word in telling
            for told in shelf[position.party or "", word][-LAST:]
            if told[0] < since and _moves(told, words, position)
        }
        if before:
            latest = max(before.values(), key=lambda told: (told[0], told[2].id))
            moved[position.id] = latest[2].id
        for word in telling:
            shelf[position.party or "", word].append((since, words, position))
    return tuple(replace(one, moved_from=moved[one.id]) if one.id in moved else one for one in positions)


def _by_day(positions: Sequence[Position], background: Background) -> list[tuple[date, Position]]:
    """The positions of known parties by the day they are taken, those without a day left out."""
    dated = []
    for position in positions:
        published = (day for account in position.accounts if (day := background.published(account)))
        since = position.since or min(published, default=None)
        if position.party and since:
            dated.append((since, position))
    return sorted(dated, key=lambda pair: (pair[0], pair[1].id))


def _moves(told: Told, words: frozenset[str], position: Position) -> bool:
    """True when an earlier position is on the same issue, and its stance is another."""
    earlier = told[2].stance
    if earlier is position.stance or any({earlier, position.stance} <= alike for alike in _ALIKE):
        return False
    return name_one_thing(told[1], words)
