"""Why an entry is asked about: what its accounts leave in doubt, by itself. Nothing here says who is right."""

from collections.abc import Iterator

from pourparler.core.entry import Condition, Entry, Instrument, Meeting, Position, Statement
from pourparler.core.evidence import Evidence
from pourparler.core.moment import When
from pourparler.record.reviewing.question import Reason, Why


def doubts(entry: Entry) -> tuple[Reason, ...]:
    """The reasons to ask whether an entry is right; none where nothing about it is in doubt."""
    return tuple(_found(entry))


def _found(entry: Entry) -> Iterator[Reason]:
    for lacking in _lacking(entry):
        yield Reason(Why.UNSURE, lacking)
    for words in _hedges(entry)[:1]:
        yield Reason(Why.HEDGED, words.text)
    if isinstance(entry, Statement):
        if entry.anonymous:
            yield Reason(Why.ANONYMOUS, entry.source.text if entry.source else "")
        return  # a statement is what one report attributes: that no other report has it puts it in no doubt
    if all(account.voice.anonymous for account in entry.accounts):
        yield Reason(Why.ANONYMOUS)
    if entry.counts.sources == 1:
        yield Reason(Why.SINGLE, f"{entry.counts.reports} reports" if entry.counts.reports > 1 else "")


def _hedges(entry: Entry) -> tuple[Evidence, ...]:
    if isinstance(entry, Statement):
        return (entry.hedge,) if entry.hedge else ()
    return entry.hedge


def _lacking(entry: Entry) -> Iterator[str]:
    """What the reader did not find out, each as the end of "the reader could not tell …"."""
    match entry:
        case Meeting():
            if not entry.parties and not entry.people:
                yield "who met"
            if _is_unplaced(entry.when):
                yield f"which day “{entry.when.said}” is" if entry.when else ""
        case Statement():
            if entry.speaker is None and entry.party is None and not entry.anonymous:
                yield "who said it"
        case Position():
            if entry.party is None:
                yield "whose position it is"
        case Condition():
            if entry.party is None:
                yield "whose condition it is"
        case Instrument():
            if not entry.parties:
                yield "between whom it is"


def _is_unplaced(when: When | None) -> bool:
    return when is not None and when.start is None and when.end is None and bool(when.said.strip())
