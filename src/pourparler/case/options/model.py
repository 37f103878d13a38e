"""A board as a person made it: parties, chosen options, what cannot go together or be undone; kept as text."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pourparler.case.conflict.board import Move
from pourparler.case.conflict.graph import feasible_in
from pourparler.case.conflict.model import Conflict, Direction, Option, check
from pourparler.case.options.parsing import term_in
from pourparler.case.options.terms import Term, condition_of, written
from pourparler.core.errors import InputError

LONGEST_NAME = 60
"""Characters of the name of a board or an option; longer ones fit no table."""

_BOARD_NAME = re.compile(r"[^\W_][\w -]*")
_NOT_IN_NAMES = re.compile(r"[\"\n\r\t;]")


@dataclass(frozen=True, slots=True)
class Card:
    """One option of a board: its name there, whose move of which kind it is, and the phrase that it is about."""

    name: str
    party: str
    move: Move
    about: str
    direction: Direction = Direction.BOTH


@dataclass(frozen=True, slots=True)
class Model:
    """A board by its name. `infeasible` are terms that cannot hold, `merged` terms whose states are one state."""

    name: str
    parties: tuple[str, ...]
    cards: tuple[Card, ...]
    infeasible: tuple[Term, ...] = ()
    merged: tuple[Term, ...] = ()

    @property
    def options(self) -> tuple[str, ...]:
        """The names of its options."""
        return tuple(card.name for card in self.cards)

    @property
    def conflict(self) -> Conflict:
        """The conflict that the board states."""
        return Conflict(
            self.parties,
            tuple(Option(card.name, card.party, card.direction) for card in self.cards),
            tuple(map(condition_of, self.infeasible)),
            tuple(map(condition_of, self.merged)),
        )


@dataclass(frozen=True, slots=True)
class Limits:
    """What a person says of a board's options beside choosing them, in the words of statements.

    `kept` are the names of options that cannot be taken back once taken, `dropped` of those that cannot be taken again.
    """

    infeasible: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


def made(name: str, parties: Sequence[str], cards: Sequence[Card], limits: Limits | None = None) -> Model:
    """A board that can be solved; raises InputError with what is wrong and what to do about it.

    Parties that hold an option are added in the order of their options. Options of one name get their holder's name
    behind it. Granting and refusing one thing, where one party holds both, exclude each other.
    """
    limits = limits or Limits()
    holders = tuple(dict.fromkeys((*parties, *(card.party for card in cards))))
    told = _named_apart(cards)
    options = tuple(card.name for card in told)
    told = tuple(replace(card, direction=_direction(card, limits)) for card in told)
    for wanted in (*limits.kept, *limits.dropped):
        _option_called(wanted, options)
    infeasible = [term_in(text, options) for text in limits.infeasible]
    infeasible += [term for term in _opposed(told, options) if term not in infeasible]
    model = Model(
        board_name(name),
        holders,
        told,
        tuple(infeasible),
        tuple(term_in(text, options) for text in limits.merged),
    )
    _check(model)
    return model


def limits_of(model: Model) -> Limits:
    """What was said of a board's options, to be changed."""
    return Limits(
        tuple(map(written, model.infeasible)),
        tuple(map(written, model.merged)),
        tuple(card.name for card in model.cards if card.direction is Direction.TAKE_ONLY),
        tuple(card.name for card in model.cards if card.direction is Direction.DROP_ONLY),
    )


def board_name(typed: str) -> str:
    """The name of a board as typed, blanks tidied; raises InputError for one that no address can hold."""
    name = " ".join(typed.split())
    if len(name) > LONGEST_NAME or not _BOARD_NAME.fullmatch(name):
        raise InputError(
            f"{typed!r} cannot be the name of a board.",
            f"Use letters, figures, blanks and hyphens, {LONGEST_NAME} characters at most.",
        )
    return name


def option_name(words: str) -> str:
    """Words as the name of an option: one line, without quotation marks, not longer than a table has room for."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", words).split())
    if len(name) <= LONGEST_NAME:
        return name
    cut = name[: LONGEST_NAME - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"


def text_of(model: Model) -> str:
    """A board as the text that is kept: the same board gives the same text."""
    body = {
        "parties": list(model.parties),
        "options": [
            {
                "name": card.name,
                "party": card.party,
                "move": card.move.value,
                "about": card.about,
                "direction": card.direction.value,
            }
            for card in model.cards
        ],
        "infeasible": list(map(written, model.infeasible)),
        "merged": list(map(written, model.merged)),
    }
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def model_of(name: str, text: str) -> Model:
    """The board that a text keeps; raises InputError where it keeps none."""
    try:
        body: dict[str, Any] = json.loads(text)
        cards = tuple(
            Card(str(one["name"]), str(one["party"]), Move(one["move"]), str(one["about"]), Direction(one["direction"]))
            for one in body["options"]
        )
        options = tuple(card.name for card in cards)
        model = Model(
            name,
            tuple(map(str, body["parties"])),
            cards,
            tuple(term_in(one, options) for one in body["infeasible"]),
            tuple(term_in(one, options) for one in body["merged"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(
            f"What is kept of the board {name!r} cannot be read: {type(error).__name__} {error}.",
            "Take it back with `pourparler undo`, or make it anew.",
        ) from error
    _check(model)
    return model


def _check(model: Model) -> None:
    """Refuses (InputError) a board that cannot be solved: too small or large, or without a state that can be."""
    check(model.conflict)
    feasible_in(model.conflict)


def _named_apart(cards: Sequence[Card]) -> tuple[Card, ...]:
    """Options with a name of their own each."""
    tidy = [replace(card, name=option_name(card.name)) for card in cards]
    names = [card.name.casefold() for card in tidy]
    return tuple(
        card if names.count(card.name.casefold()) == 1 else replace(card, name=_by(card.name, card.party))
        for card in tidy
    )


def _by(name: str, party: str) -> str:
    """A name with its holder's behind it, the name cut where both are too long."""
    behind = f" by {party}"
    if len(name) + len(behind) > LONGEST_NAME:
        name = f"{name[: max(1, LONGEST_NAME - len(behind) - 1)].rstrip(' …')}…"
    return option_name(f"{name}{behind}")


def _direction(card: Card, limits: Limits) -> Direction:
    wanted = card.name.casefold()
    if wanted in (_tidy(one) for one in limits.kept):
        return Direction.TAKE_ONLY
    return Direction.DROP_ONLY if wanted in (_tidy(one) for one in limits.dropped) else Direction.BOTH


def _option_called(typed: str, options: Sequence[str]) -> None:
    if _tidy(typed) not in {option.casefold() for option in options}:
        raise InputError(f"{typed!r} is no option of this board.", f"Its options: {'; '.join(options)}.")


def _tidy(typed: str) -> str:
    return " ".join(typed.split()).strip('"').casefold()


def _opposed(cards: Sequence[Card], options: Sequence[str]) -> list[Term]:
    """That one party both grants and refuses one thing."""
    return [
        term_in(f'"{one.name}" and "{other.name}"', options)
        for one in cards
        for other in cards
        if (one.party, one.about.casefold()) == (other.party, other.about.casefold())
        and (one.move, other.move) == (Move.GRANT, Move.REFUSE)
    ]
