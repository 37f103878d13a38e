"""Boards and hypotheses as people type them, in any face: options chosen, hypotheses read and tried, acts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pourparler.case.conflict.board import Move
from pourparler.case.conflict.graph import draw
from pourparler.case.conflict.hypothesis import check_hypotheses, variants
from pourparler.case.options.files import Brought
from pourparler.case.options.model import Card, Limits, Model, board_name, made, option_name, text_of
from pourparler.case.options.moves import Proposal
from pourparler.case.options.parsing import sentences_of
from pourparler.case.options.statements import text_of as statements_text
from pourparler.case.options.supposed import Boards, Kept, Signed, Supposed, fitted, party_called
from pourparler.core.account import Account
from pourparler.core.errors import InputError
from pourparler.core.judgement import Judgement
from pourparler.record.judging import Signature, as_one_act, model_board, suppose

VERBS = {
    "grant": Move.GRANT,
    "ratify": Move.GRANT,
    "hold": Move.GRANT,
    "waive": Move.WAIVE,
    "refuse": Move.REFUSE,
    "walk out of": Move.WALK_OUT,
}
"""What the words of an option that somebody types begin with, and what taking it is."""

_SHORTEST_ID = 4


NO_LIMITS = Limits()
"""Nothing said beside the options."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A board as somebody types it: its options, further parties, limits in the words of statements."""

    name: str
    options: tuple[str, ...]
    parties: tuple[str, ...] = ()
    limits: Limits = NO_LIMITS


@dataclass(frozen=True, slots=True)
class Guess:
    """A hypothesis as somebody types it."""

    name: str
    party: str
    statements: str
    because: str
    variant: str = ""


def board_typed(typed: Typed, proposals: Sequence[Proposal], parties: Mapping[str, str], boards: Boards) -> Model:
    """The board that somebody typed, its options by their holders, as GMCR+ has them; `parties` are the names of the
    record's parties by all their wordings in lower case, `boards` those that are there. A party that the record does
    not know is taken as typed.

    Raises InputError with what is wrong and what to type.
    """
    if not typed.options:
        raise InputError(
            "A board without an option asks nothing.",
            "Choose open moves, or write moves of your own as PARTY: what it does.",
        )
    cards = [card_called(each, proposals, parties) for each in typed.options]
    named = [_party(name, parties) for name in typed.parties]
    holders = list(dict.fromkeys((*named, *(card.party for card in cards))))
    cards.sort(key=lambda card: holders.index(card.party))
    return made(name_there(typed.name, boards), named, cards, typed.limits)


def name_there(typed: str, boards: Boards) -> str:
    """The name of a board, in the letters of the board of that name where there is one."""
    name = board_name(typed)
    return next((one.name for one in boards.kept if one.name.casefold() == name.casefold()), name)


def card_called(typed: str, proposals: Sequence[Proposal], parties: Mapping[str, str]) -> Card:
    """The option that was typed: the id of an open move, or `PARTY: what it does`, each with `= NAME` behind it or not.

    `parties` are names by their wordings in lower case.
    """
    words, _, name = (part.strip() for part in typed.partition("="))
    begun = [one for one in proposals if len(words) >= _SHORTEST_ID and one.id.startswith(words.casefold())]
    if len(begun) > 1 and not any(one.id == words for one in begun):
        raise InputError(f"{len(begun)} open moves begin with {words!r}.", "Type more of the id.")
    party, colon, does = (part.strip() for part in words.partition(":"))
    if begun:
        card = begun[0].card
    elif colon and party and does:
        card = _own(_party(party, parties), does)
    else:
        raise InputError(
            f"{typed!r} is no open move of this record.",
            "Type the id of one (pourparler board lists them), or a move of your own as PARTY: what it does.",
        )
    return replace(card, name=option_name(name)) if name else card


def board_act(model: Model, signed: Signature) -> tuple[Judgement, ...]:
    """The act that keeps a board."""
    return model_board(model.name, text_of(model), signed)


def file_act(found: Brought, file: str, signed: Signature) -> tuple[Judgement, ...]:
    """The act that keeps a board out of a file, with what the file says each party prefers as assumed hypotheses."""
    made = list(board_act(found.model, signed))
    for party, statements in found.preferences:
        because = f"from the file {file}"
        told = replace(signed, because="; ".join(filter(None, (signed.because, because))))
        made += suppose((found.model.name, f"{party} by the file", party), statements, (), told)
    return as_one_act(made)


def guess_read(kept: Kept, guess: Guess) -> Guess:
    """A hypothesis that fits a board and those that stand on it, its words as they are kept.

    Raises InputError where it does not: a name or a reason is missing, the name is that of a hypothesis on another
    party, a statement cannot be read, or it contradicts others.
    """
    model = kept.model
    name, variant = (" ".join(words.split()) for words in (guess.name, guess.variant))
    if not name or not guess.because.strip():
        raise InputError(
            "A hypothesis needs a name and a reason.", "Name it, and say because of what (at a terminal: --because)."
        )
    party = party_called(model, guess.party)
    same = [one.supposed for one in kept.supposed if one.supposed.name.casefold() == name.casefold()]
    if same and same[0].party != party:
        raise InputError(
            f"{same[0].name!r} is a hypothesis on {same[0].party} already.", "Give this one a name of its own."
        )
    name = same[0].name if same else name
    text = statements_text(sentences_of(guess.statements, model.options))
    read = Guess(name, party, text, guess.because.strip(), variant)
    _try(kept, read)
    return read


def guess_act(kept: Kept, guess: Guess, rests_on: Sequence[Account], signed: Signature) -> tuple[Judgement, ...]:
    """The act that keeps a hypothesis that was read; it rests on accounts of entries, or is assumed."""
    about = (kept.name, guess.name, guess.party)
    return suppose(about, guess.statements, rests_on, signed, guess.variant or None)


def _try(kept: Kept, guess: Guess) -> None:
    """Whether a hypothesis goes with those there; the one that it takes the place of does not count."""
    graph = draw(kept.model.conflict)
    new = fitted(kept.model, _as_kept(kept, guess))
    held = [one for one in kept.supposed if one.supposed.name.casefold() != guess.name.casefold()]
    hypotheses = [one.hypothesis for one in (*held, new) if not one.problem]
    check_hypotheses(graph, hypotheses)
    variants(graph, guess.party, hypotheses)


def _as_kept(kept: Kept, guess: Guess) -> Supposed:
    signed = Signed("", kept.signed.at, guess.because, "")
    return Supposed(kept.name, guess.name, guess.party, guess.statements, (), signed, guess.variant)


def _party(typed: str, parties: Mapping[str, str]) -> str:
    name = " ".join(typed.split())
    return parties.get(name.lower(), name)


def _own(party: str, does: str) -> Card:
    """An option in somebody's own words; what it is about is what stands behind its verb."""
    for words, move in VERBS.items():
        if does.casefold().startswith(f"{words} "):
            return Card(option_name(does), party, move, does[len(words) :].strip())
    return Card(option_name(does), party, Move.OTHER, does)
