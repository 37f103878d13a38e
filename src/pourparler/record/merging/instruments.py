"""Instruments: one entry for one document or arrangement, with a line for every state it is told to have taken."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pourparler.core.account import Account
from pourparler.core.entry import Instrument
from pourparler.core.ids import content_id
from pourparler.core.vocabulary import EntryKind, InstrumentKind
from pourparler.record.merging.background import Background
from pourparler.record.merging.choice import commonest, last, union, whole
from pourparler.record.merging.document import Document, are_two, document, fields_of, marks, traits
from pourparler.record.merging.gathering import Rule, gather
from pourparler.record.merging.grouping import Apart, Grouped
from pourparler.record.merging.lines import lines_of
from pourparler.record.merging.weights import load_weights
from pourparler.record.merging.wording import telling_words


def rule() -> Rule[Document]:
    """What makes parts one instrument: parties, titles, subjects, states and days that speak for it."""
    return Rule(marks, traits, load_weights()[EntryKind.INSTRUMENT.value])


def group(parts: Sequence[Document], apart: Apart) -> Grouped[Document]:
    """The parts by instrument; those that say which one come first."""
    return gather(sorted(parts, key=lambda told: not (told.telling | told.subject)), rule(), apart)


def parts_of(accounts: Iterable[Account], background: Background) -> list[Document]:
    """What each report tells of each instrument, in the order of the reports.

    A reader's group is parted where it puts together what was reached and what is only wanted, and their words name two
    things.
    """
    groups: dict[tuple[str, str], list[Account]] = defaultdict(list)
    for account in background.sorted(accounts):
        groups[account.report, account.group or account.id].append(account)
    return [document(part, background) for group in groups.values() for part in _parted(group, background)]


def _parted(group: Sequence[Account], background: Background) -> list[list[Account]]:
    parts: list[list[Account]] = []
    for account in group:
        one = document([account], background)
        for part in parts:
            if not are_two(one, document(part, background)):
                part.append(account)
                break
        else:
            parts.append([account])
    return parts


def make_instrument(accounts: list[Account], background: Background) -> Instrument:
    """The instrument of one group of accounts, which come in the order of reports and text."""
    frames = [fields_of(account) for account in accounts]
    return Instrument(
        id=content_id("i", accounts[0].id),
        kind=commonest(f.kind for f in frames if f.kind is not InstrumentKind.DOCUMENT) or frames[0].kind,
        title=_title([title for frame in frames if (title := whole(frame.title))]),
        parties=_of_most(accounts, background),
        subject=commonest(frame.subject for frame in frames if frame.subject),
        status=lines_of(accounts, background),
        terms=background.support(accounts, "terms"),
        evidence=background.evidence(accounts),
        counts=background.counts(accounts),
        accounts=tuple(accounts),
        deadline=last(frame.deadline for frame in frames),
        hedge=background.support(accounts, "hedge"),
        denied=background.support(accounts, "denied"),
    )


def _title(titles: Sequence[str]) -> str:
    """The title that tells most: with the most telling words, then the most often told, the longest, by letters."""
    if not titles:
        return ""
    return min(titles, key=lambda title: (-len(telling_words(title)), -titles.count(title), -len(title), title))


def _of_most(accounts: Sequence[Account], background: Background) -> tuple[str, ...]:
    """The parties that most texts give, with all sets that hold or are held by them; the rest is for a dispute."""
    texts: dict[frozenset[str], set[str]] = defaultdict(set)
    for account in accounts:
        parties = frozenset(background.actors.name_of(name) for name in fields_of(account).parties)
        if parties:
            texts[parties].add(background.copies.text[account.report])
    if not texts:
        return ()
    most = max(texts, key=lambda parties: (len(parties) > 1, len(texts[parties]), len(parties)))
    fitting = [parties for parties in texts if parties <= most or most <= parties]
    return tuple(sorted(union(fitting)))
