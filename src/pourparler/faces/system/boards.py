"""Boards in words: the open moves of a record, and one board with what is told of each option and what is supposed."""

from collections.abc import Iterator, Sequence

from pourparler.case.conditions.requirement import Basis, Whose
from pourparler.case.conflict.board import Doubt, Move, Row, Said, Standing
from pourparler.case.conflict.model import Direction
from pourparler.case.options.cells import Asked, board_of
from pourparler.case.options.model import Card
from pourparler.case.options.moves import Proposal, propose
from pourparler.case.options.supposed import Boards, Fitted, Kept, boards_of
from pourparler.case.options.terms import written
from pourparler.case.options.told import RecordTold
from pourparler.core.evidence import Evidence
from pourparler.core.reading import Operator
from pourparler.core.vocabulary import Act
from pourparler.faces.rows.judged import signature_words
from pourparler.faces.system.answer import Answer, Line, as_of_words
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.board_values import kept_values, proposal_values, rows_values
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import series, some, the
from pourparler.faces.wording.quoting import quoted, upper_first, visible
from pourparler.faces.wording.voices import ACT_WORDS

NOT_SAID = (
    "A board lays out what was said of moves that are open; it does not tell what anybody will do, nor what anybody "
    "ought to want. An empty cell is silence, and silence is unknown. Hypotheses are an analyst's."
)

STANDINGS = {
    Standing.REFUSED: "refused: somebody asks for one thing, and the holder says it will do the other",
    Standing.CONTESTED: "contested: different things are asked for",
    Standing.DOUBTED: "doubted: the holder says it will do what is asked, and somebody says they doubt it",
    Standing.ALIGNED: "aligned: the holder says it will do what others ask, and nobody is told to doubt it",
    Standing.UNKNOWN: "unknown: too little is told",
}
"""How the words on an option stand to one another, in words."""

NOBODY_NAMED = "~ who could make it: not told; the words name nobody, and this party is concerned."

_OF_PHRASES = frozenset({Move.GRANT, Move.WAIVE, Move.REFUSE})
"""Moves whose names are a verb and a phrase of the record."""

DIRECTIONS = {
    Direction.BOTH: "",
    Direction.TAKE_ONLY: "cannot be taken back",
    Direction.DROP_ONLY: "cannot be taken again",
}


def boards_in(asking: Asking) -> Boards:
    """The boards that stand in a record; a hypothesis whose entries are gone stays, and rests on nothing."""
    record = asking.lookup.record
    told = sorted((*record.judgements, *record.lost), key=lambda one: (one.at, one.id))

    def entry_of(account: str) -> str | None:
        return getattr(asking.lookup.former.get(account), "id", None)

    return boards_of(told, entry_of)


def asked_of(asking: Asking) -> Asked:
    """What cells are made of, out of a whole record."""
    return Asked(asking.graph, asking.matrix.of, RecordTold(asking.lookup.record))


def proposals_in(asking: Asking) -> tuple[Proposal, ...]:
    """The open moves of a whole record."""
    asked = asked_of(asking)
    return propose(asked.graph, asked.cells_of, asked.told)


def boards_answer(asking: Asking, boards: Boards, proposals: Sequence[Proposal]) -> Answer:
    """The boards there are, and the open moves that another can be made of."""
    lines = [
        Line("Boards" if boards.kept else "No board has been made yet: pourparler board-make NAME --option MOVE …", 0)
    ]
    for kept in boards.kept:
        supposed = some(len(kept.supposed), "hypothesis", "hypotheses")
        lines.append(Line(f"{kept.name}: {_size(kept)}, {supposed} ({_signed(kept)})."))
    lines += [Line(f"{name} cannot be read: {why}") for name, why in boards.broken]
    lines.append(Line(f"{upper_first(some(len(proposals), 'open move'))}", 0))
    lines += [Line(f"{one.id[:7]}  {move_words(one)}", 1, one.places, one.entries) for one in proposals]
    if any(one.whose is not Whose.TOLD for one in proposals):
        lines.append(Line(NOBODY_NAMED))
    values = {
        "asked": "board",
        "boards": [kept_values(kept) for kept in boards.kept],
        "broken": [{"name": name, "why": why} for name, why in boards.broken],
        "moves": [proposal_values(one) for one in proposals],
    }
    return Answer(f"Boards and open moves, {as_of_words(asking.lookup)}", tuple(lines), NOT_SAID, values)


def board_answer(asking: Asking, kept: Kept) -> Answer:
    """One board: option by option what is asked, what its holder says, who doubts it; then the hypotheses."""
    board = board_of(kept.model, asked_of(asking))
    lines: list[Line] = []
    for row in board.rows:
        lines += _row(row)
    lines += _limits(kept)
    lines.append(Line("Hypotheses" if kept.supposed else _none_supposed(kept), 0))
    for one in kept.supposed:
        lines += hypothesis_lines(asking, one)
    title = f"Board {kept.name} ({_size(kept)}), {as_of_words(asking.lookup)}"
    values = {"asked": "board", "board": kept_values(kept), "rows": rows_values(board)}
    return Answer(title, tuple(lines), NOT_SAID, values)


def move_words(one: Proposal) -> str:
    """An open move: Sudland: grant “freeing the crew” ~, with ~ where the words name nobody."""
    return f"{visible(one.card.party)}: {does_words(one.card)}{'' if one.whose is Whose.TOLD else ' ~'}"


def does_words(card: Card) -> str:
    """What an option does, the record's words for it between quotation marks: grant “freeing the crew”."""
    verb, _, rest = card.name.partition(" ")
    return f"{verb} {quoted(rest)}" if rest and card.move in _OF_PHRASES else visible(card.name)


def said_words(said: Said) -> str:
    """Where a party stands on an option."""
    return f"{the(said.party)}: {'for' if said.taken else 'against'} it"


def basis_said(basis: Basis) -> str:
    """What an entry tells, whose voice, when: demands, own voice, told Tue 4 Mar 2025."""
    told = f"told {day_words(basis.told)}" if basis.told else "on no known day"
    return ", ".join(filter(None, (says_words(basis), visible(basis.voice), told)))


def says_words(basis: Basis) -> str:
    """What an entry says: a stance (demands), an act (promised), or how a condition ties (a condition: unless)."""
    if basis.says in set(Operator):
        return f"a condition: {basis.says}"
    return ACT_WORDS[Act(basis.says)] if basis.says in set(Act) else basis.says


def hypothesis_lines(asking: Asking, one: Fitted) -> Iterator[Line]:
    """A hypothesis with its statements, who, why, and what it rests on."""
    told = one.supposed
    places: tuple[Evidence, ...] = tuple(place for key in told.entries for place in _evidence(asking, key))
    variant = f", variant {visible(told.variant)}" if told.variant else ""
    rests = ground_words(one, [asking.lookup.short(key) for key in told.entries])
    signed = signature_words(told.signed.by, told.signed.at, told.signed.because)
    yield Line(f"{visible(told.name)}, of {the(told.party)}{variant}; {rests} ({signed})", 1, places, told.entries)
    for line in told.text.splitlines():
        yield Line(visible(line), 2)
    if one.problem:
        yield Line(f"It does not fit the board any more and is left out: {one.problem}", 2)


def ground_words(one: Fitted, entries: Sequence[str]) -> str:
    """What a hypothesis rests on: entries by their short ids, or nothing."""
    if entries:
        gone = f" ({some(one.supposed.lost, 'account')} of it no longer in the record)" if one.supposed.lost else ""
        return f"rests on {', '.join(entries)}{gone}"
    return "assumed" + (": what it rested on is no longer in the record" if one.supposed.lost else "")


def _evidence(asking: Asking, key: str) -> tuple[Evidence, ...]:
    thing = asking.lookup.things.get(key)
    if thing is None:
        return ()
    found: tuple[Evidence, ...] = getattr(thing, "evidence", ()) or getattr(thing, "content", ())
    return found[:1]


def _size(kept: Kept) -> str:
    return f"{some(len(kept.model.cards), 'option')} of {series([the(party) for party in kept.model.parties])}"


def _signed(kept: Kept) -> str:
    return signature_words(kept.signed.by, kept.signed.at, kept.signed.because)


def _none_supposed(kept: Kept) -> str:
    return (
        f"No hypothesis yet: every order of the states is allowed. "
        f'Add one: pourparler suppose "{kept.name}" NAME PARTY "STATEMENT" --because WHY'
    )


def _row(row: Row) -> Iterator[Line]:
    """One option as lines: its holder and how the words on it stand, then each cell."""
    note = DIRECTIONS[row.option.direction]
    yield Line(f"{visible(row.option.party)}: {visible(row.option.name)}{f' ({note})' if note else ''}", 0)
    yield Line(f"{upper_first(STANDINGS[row.standing])}.")
    for said in row.positions:
        yield _cell(said_words(said), said)
    if row.intention is not None:
        does = "will do it" if row.intention.taken else "will not do it"
        yield _cell(f"{the(row.option.party)} says it {does}", row.intention)
    for said in row.torn:
        does = "will do it" if said.taken else "will not do it"
        yield _cell(f"{the(row.option.party)} says both on one day, here that it {does}", said)
    for doubt in row.doubts:
        yield _cell(f"{the(doubt.party)} says it doubts that", doubt)


def _cell(words: str, cell: Said | Doubt) -> Line:
    told = "; ".join(basis_said(one) for one in cell.basis)
    places = tuple(dict.fromkeys(place for one in cell.basis for place in one.evidence))
    return Line(f"{upper_first(words)}: {told}.", 1, places, cell.entries)


def _limits(kept: Kept) -> Iterator[Line]:
    model = kept.model
    if model.infeasible:
        yield Line(f"Cannot be at once: {'; '.join(map(written, model.infeasible))}.", 0)
    if model.merged:
        yield Line(f"One state, whatever else: {'; '.join(map(written, model.merged))}.", 0)
