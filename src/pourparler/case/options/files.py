"""Boards as `.gmcr` files, and back: the options, what cannot be, and preferences as far as the format can say them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pourparler.case.conflict import gmcr
from pourparler.case.conflict.board import Move
from pourparler.case.conflict.condition import Condition
from pourparler.case.conflict.graph import Graph, draw
from pourparler.case.conflict.hypothesis import Hypothesis, Priorities, variants
from pourparler.case.conflict.model import Direction, Option
from pourparler.case.conflict.order import Ranking, by_priorities, ranking_of
from pourparler.case.conflict.partial import Partial, completions
from pourparler.case.options.model import Card, Limits, Model, made
from pourparler.case.options.statements import Ranked, Sentence, preferring, text_of
from pourparler.case.options.supposed import Kept
from pourparler.case.options.terms import term_of, written
from pourparler.core.errors import InputError


@dataclass(frozen=True, slots=True)
class File:
    """The text of a file, and what of the board it cannot say."""

    text: str
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brought:
    """A board out of a file: its model, and what the file says each party prefers, as statements."""

    model: Model
    preferences: tuple[tuple[str, str], ...]


def file_of(kept: Kept) -> File:
    """A board as a file. The format knows one order of each party, so that of rivals, and of pairs that nobody supposed
    anything of, it says more or less than the hypotheses do; `left_out` tells of it.

    Raises InputError where the board merges states, which the format cannot say.
    """
    model = kept.model
    graph = draw(model.conflict)
    told = [_preference(graph, party, kept.hypotheses) for party in model.parties]
    preferences = tuple(one for one, _ in told)
    by_hand = any(one.ranking is not None for one in preferences)
    if by_hand:  # rankings count for every party or for none
        preferences = tuple(
            one if one.ranking is not None else replace(one, ranking=ranking_of(by_priorities(graph, one.statements)))
            for one in preferences
        )
    saved = gmcr.Saved(model.conflict, preferences, by_hand)
    return File(gmcr.write(saved), tuple(words for _, note in told for words in note))


def brought(name: str, text: str) -> Brought:
    """The board that a file holds, under a name; raises InputError where it holds none."""
    saved = gmcr.read(text)
    conflict = saved.conflict
    cards = [Card(option.name, option.party, Move.OTHER, option.name) for option in conflict.options]
    options = [option.name for option in made(name, conflict.parties, cards).cards] if cards else []
    renamed = dict(zip((option.name for option in conflict.options), options, strict=True))
    limits = Limits(
        infeasible=tuple(_words(one, renamed) for one in conflict.infeasible),
        kept=_directed(conflict.options, Direction.TAKE_ONLY, renamed),
        dropped=_directed(conflict.options, Direction.DROP_ONLY, renamed),
    )
    model = made(name, conflict.parties, cards, limits)
    preferences = []
    for party, preference in zip(conflict.parties, saved.preferences, strict=True):
        sentence = _sentence(preference, saved.by_hand, renamed)
        if sentence is not None:
            preferences.append((party, text_of((sentence,))))
    return Brought(model, tuple(preferences))


def _preference(graph: Graph, party: str, hypotheses: Sequence[Hypothesis]) -> tuple[gmcr.Preference, tuple[str, ...]]:
    """What is supposed of a party as the format says it, with what it cannot say."""
    own = [one for one in hypotheses if one.party == party]
    if not own:
        return gmcr.Preference(), (f"Nothing is supposed of {party}; the file says so by holding all states equal.",)
    known = list(variants(graph, party, own).values())
    if len(known) > 1:
        return gmcr.Preference(), (f"The hypotheses on {party} are rivals, which the file cannot say: left out.",)
    statements = [statement for one in own for statement in one.statements]
    if len(statements) == 1 and isinstance(statements[0], Priorities):
        open_pairs = known[0].unknown
        note = (f"Of {party}, {open_pairs:,} pairs of states are unknown; the file holds them equal.",)
        return gmcr.Preference(statements[0].statements), note if open_pairs else ()
    ranking = _only_order(known[0])
    if ranking is None:
        return gmcr.Preference(), (
            f"The hypotheses on {party} leave its order open, which the file cannot say: left out.",
        )
    return gmcr.Preference(ranking=ranking), ()


def _only_order(known: Partial) -> Ranking | None:
    return None if known.unknown else ranking_of(next(iter(completions(known))))


def _sentence(preference: gmcr.Preference, by_hand: bool, renamed: dict[str, str]) -> Sentence | None:
    if by_hand and preference.ranking:
        return Ranked(preference.ranking)
    conditions = tuple(_renamed(one, renamed) for one in preference.statements)
    return preferring(Priorities(conditions, rest_equal=True))


def _directed(options: Sequence[Option], direction: Direction, renamed: dict[str, str]) -> tuple[str, ...]:
    return tuple(renamed[option.name] for option in options if option.direction is direction)


def _renamed(condition: Condition, renamed: dict[str, str]) -> Condition:
    return Condition(
        tuple(tuple(replace(one, option=renamed[one.option]) for one in pattern) for pattern in condition.any_of)
    )


def _words(condition: Condition, renamed: dict[str, str]) -> str:
    term = term_of(_renamed(condition, renamed))
    if term is None:
        raise InputError("The file says that every state is infeasible.", "Take that condition out of it.")
    return written(term)
