"""Boards and hypotheses as people keep them: judgements that stand, read back in the order of their making."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches

from pourparler.case.conflict.hypothesis import Hypothesis
from pourparler.case.options.model import Model, model_of
from pourparler.case.options.parsing import sentences_of
from pourparler.case.options.statements import Sentence, statement_of
from pourparler.core.errors import InputError
from pourparler.core.judgement import Judgement
from pourparler.record.boards import kept_boards, lost_of

EntryOf = Callable[[str], str | None]
"""The id of the entry that has an account now; None where none has."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who decided, when, why, and the act that an undo takes back."""

    by: str
    at: datetime
    because: str
    act: str


@dataclass(frozen=True, slots=True)
class Supposed:
    """A hypothesis as it is kept: on which board, its name, the party, its statements as text; `entries` are those it
    rests on now, none where it is assumed."""

    board: str
    name: str
    party: str
    text: str
    entries: tuple[str, ...]
    signed: Signed
    variant: str = ""
    lost: int = 0
    """How many of the accounts that it rested on no entry of the record has any more."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A hypothesis with its statements read for a board; `problem` says why they do not fit it (any more)."""

    supposed: Supposed
    sentences: tuple[Sentence, ...] = ()
    problem: str = ""

    @property
    def hypothesis(self) -> Hypothesis:
        """The hypothesis for the solver."""
        one = self.supposed
        statements = tuple(map(statement_of, self.sentences))
        return Hypothesis(one.name, one.party, statements, one.signed.because, one.entries, one.variant)


@dataclass(frozen=True, slots=True)
class Kept:
    """A board that stands: its model, who made it, and the hypotheses on it, in the order of their making."""

    model: Model
    signed: Signed
    supposed: tuple[Fitted, ...] = ()

    @property
    def name(self) -> str:
        """The board's name."""
        return self.model.name

    @property
    def hypotheses(self) -> tuple[Hypothesis, ...]:
        """Those that fit the board."""
        return tuple(one.hypothesis for one in self.supposed if not one.problem)


@dataclass(frozen=True, slots=True)
class Boards:
    """The boards of a record, by name; `broken` are those that cannot be read, with the reason."""

    kept: tuple[Kept, ...]
    broken: tuple[tuple[str, str], ...] = ()

    def called(self, typed: str) -> Kept:
        """The board of a name, in whatever case; raises InputError with near ones where there is none."""
        wanted = " ".join(typed.split()).casefold()
        names = {one.name.casefold(): one for one in self.kept}
        if wanted in names:
            return names[wanted]
        near = get_close_matches(wanted, names, n=3, cutoff=0.5)
        there = [names[one].name for one in near] or [one.name for one in self.kept]
        hint = f"Did you mean {' or '.join(there)}?" if near else f"There are: {', '.join(there)}."
        raise InputError(
            f"There is no board {typed!r}.", hint if there else "Make one: pourparler board-make NAME --option MOVE …"
        )


def boards_of(judgements: Iterable[Judgement], entry_of: EntryOf) -> Boards:
    """The boards that judgements keep, in the order of their application: the last word on a board or a hypothesis
    holds."""
    kept, broken = [], []
    for board in kept_boards(judgements):
        if board.model is None:
            continue
        try:
            model = model_of(board.name, board.model.value or "")
        except InputError as error:
            broken.append((board.name, f"{error.what} {error.todo}"))
            continue
        own = tuple(fitted(model, _supposed(one, entry_of)) for one in board.supposed)
        kept.append(Kept(model, _signed(board.model), own))
    return Boards(tuple(kept), tuple(broken))


def fitted(model: Model, supposed: Supposed) -> Fitted:
    """A hypothesis read for a board."""
    try:
        if supposed.party not in model.parties:
            raise InputError(f"{supposed.party} is no party of the board.", "Add it, or suppose it of another.")
        return Fitted(supposed, sentences_of(supposed.text, model.options))
    except InputError as error:
        return Fitted(supposed, problem=f"{error.what} {error.todo}")


def party_called(model: Model, typed: str) -> str:
    """The party of a board that was typed; raises InputError with those there are."""
    wanted = " ".join(typed.split()).casefold()
    names = {party.casefold(): party for party in model.parties}
    begun = [party for name, party in names.items() if wanted and name.startswith(wanted)]
    if wanted in names:
        return names[wanted]
    if len(begun) == 1:
        return begun[0]
    raise InputError(f"{typed!r} is no party of the board {model.name!r}.", _parties(model.parties))


def _parties(parties: Sequence[str]) -> str:
    return f"Its parties: {', '.join(parties)}."


def _supposed(one: Judgement, entry_of: EntryOf) -> Supposed:
    board, name, party = one.names
    found = [entry for account in one.accounts if (entry := entry_of(account)) is not None]
    entries = tuple(dict.fromkeys(found))
    return Supposed(
        board, name, party, one.value or "", entries, _signed(one), one.field or "", lost_of(one, len(found))
    )


def _signed(one: Judgement) -> Signed:
    return Signed(one.by, one.at, one.because, one.act)
