"""Boards of options and hypotheses among judgements: the last word on each."""

from collections.abc import Iterable
from dataclasses import dataclass

from pourparler.core.entry import CaseRecord
from pourparler.core.judgement import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class KeptBoard:
    """A board that people keep: the judgement that laid it out (None where there is none, or no longer), and those that
    suppose something on it, in the order of their making."""

    name: str
    model: Judgement | None
    supposed: tuple[Judgement, ...]


def kept_in(record: CaseRecord) -> tuple[KeptBoard, ...]:
    """The boards of a record; a hypothesis stays on its board also where no reading has its accounts any more."""
    return kept_boards(sorted((*record.judgements, *record.lost), key=lambda one: (one.at, one.id)))


def lost_of(judgement: Judgement, found: int) -> int:
    """How many accounts a hypothesis was made on beside those that were found again; see `carrying`."""
    return max(len(judgement.anchors), len(judgement.accounts)) - found


def kept_boards(judgements: Iterable[Judgement]) -> tuple[KeptBoard, ...]:
    """The boards of judgements in the order of their application, by name. Case does not count in names.

    A later judgement on a board takes the place of an earlier one of that name; on a hypothesis likewise, whoever it is
    on.
    """
    models: dict[str, Judgement] = {}
    supposed: dict[str, dict[str, Judgement]] = {}
    for one in judgements:
        if one.withdrawn is not None or not one.names:
            continue
        board = one.names[0].casefold()
        if one.verdict is Verdict.MODELLED:
            models[board] = one
        elif one.verdict is Verdict.SUPPOSED:
            on_board = supposed.setdefault(board, {})
            on_board.pop(one.names[1].casefold(), None)
            on_board[one.names[1].casefold()] = one
    kept = []
    for board in sorted({*models, *supposed}):
        these = tuple(supposed.get(board, {}).values())
        model = models.get(board)
        kept.append(KeptBoard((model or these[0]).names[0], model, these))
    return tuple(kept)
