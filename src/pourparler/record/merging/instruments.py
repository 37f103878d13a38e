"""Instruments: one entry for one document or arrangement, with a line for every state it is told to have taken."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from pourparler.core.account import Account
from pourparler.core.entry import Instrument, StatusEvent
from pourparler.core.ids import content_id
from pourparler.core.reading import InstrumentFrame
from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus
from pourparler.record.merging.background import Background
from pourparler.record.merging.choice import commonest, union
from pourparler.record.merging.wording import name_one_thing, telling_words

REACHED = frozenset(
    {
        InstrumentStatus.FRAMEWORK_AGREED,
        InstrumentStatus.AGREED,
        InstrumentStatus.TO_BE_SIGNED,
        InstrumentStatus.SIGNED,
        InstrumentStatus.SUBJECT_TO_RATIFICATION,
        InstrumentStatus.RATIFIED,
        InstrumentStatus.IN_FORCE,
    }
)
"""States that an instrument has only when its parties have come together on it."""

FRESH = 30
"""Days between reports within which an instrument told without its subject is the one known between its parties."""

REPEATED = frozenset({InstrumentKind.EXCHANGE, InstrumentKind.CEASEFIRE, InstrumentKind.SANCTIONS})
"""Kinds of which there is often more than one: these are one only in reports that are not far apart."""

_ORDER = list(InstrumentStatus)


class Document:
    """One instrument, as the groups of accounts put together so far show it."""

    def __init__(self) -> None:
        """An instrument of which nothing is known yet."""
        self.accounts: list[Account] = []
        self.kinds: set[InstrumentKind] = set()
        self.parties: list[frozenset[str]] = []
        self.words: list[frozenset[str]] = []
        self.statuses: set[InstrumentStatus] = set()
        self.days: list[date] = []

    def add(self, accounts: Iterable[Account], background: Background) -> None:
        """Put more accounts to the instrument."""
        told = list(accounts)
        frames = [fields_of(account) for account in told]
        self.accounts += told
        self.kinds |= {frame.kind for frame in frames}
        parties = frozenset(background.actors.name_of(name) for frame in frames for name in frame.parties)
        words = frozenset[str]().union(
            *(telling_words(f"{frame.subject or frame.title}", parties, _demonyms(frame.kind)) for frame in frames)
        )
        if parties and parties not in self.parties:
            self.parties.append(parties)
        if words and words not in self.words:
            self.words.append(words)
        self.statuses |= {frame.status for frame in frames if frame.status}
        days = (background.published(account) for account in told)
        self.days += [day for day in days if day is not None]


def _demonyms(kind: InstrumentKind) -> tuple[str, ...]:
    """The words that only say again what kind it is."""
    return (kind.value,)


def group_instruments(accounts: Iterable[Account], background: Background) -> list[list[Account]]:
    """Accounts by instrument, each group in the order of reports and text; those that tell a subject come first."""
    groups: dict[tuple[str, str], list[Account]] = defaultdict(list)
    for account in background.sorted(accounts):
        groups[account.report, account.group or account.id].append(account)
    told = []
    for group in groups.values():
        document = Document()
        document.add(group, background)
        told.append(document)
    known: list[Document] = []
    by_kind: dict[InstrumentKind, list[Document]] = defaultdict(list)
    for document in sorted(told, key=lambda one: not one.words):
        likely = {id(other): other for kind in _kinds(document) for other in by_kind[kind]}
        best, most = None, 0
        for other in likely.values():
            value = _points(document, other)
            if value > most:
                best, most = other, value
        if best is None:
            best = Document()
            known.append(best)
        best.add(document.accounts, background)
        for kind in sorted(document.kinds):
            if best not in by_kind[kind]:
                by_kind[kind].append(best)
    return [background.sorted(document.accounts) for document in known]


def _kinds(document: Document) -> list[InstrumentKind]:
    """The kinds under which to look for the same instrument: a plain `document` may be called anything."""
    if InstrumentKind.DOCUMENT in document.kinds:
        return [InstrumentKind.DOCUMENT, InstrumentKind.AGREEMENT, InstrumentKind.MEMORANDUM]
    return sorted({*document.kinds, *({InstrumentKind.DOCUMENT} - set(REPEATED))})


def _points(one: Document, other: Document) -> int:
    """How surely two are one instrument; 0 where they are not, or where it is unsure."""
    if one.kinds & REPEATED and not _near(one, other):
        return 0
    parties = _parties(one, other)
    if one.words and other.words:
        subject = any(name_one_thing(mine, theirs) for mine in one.words for theirs in other.words)
        if not subject:
            return 0
        if parties < 0:
            return 1 if _disputed(one, other) else 0
        return 3 + parties
    if one.words or other.words:
        return parties - 1 if parties == 2 and _near(one, other) and not one.kinds & REPEATED else 0
    return parties if parties == 2 and one.kinds & other.kinds and _near(one, other) else 0


def _parties(one: Document, other: Document) -> int:
    """2 for the same parties, 1 where the one set holds the other, 0 where one is not told, -1 where they differ."""
    if not one.parties or not other.parties:
        return 0
    pairs = [(mine, theirs) for mine in one.parties for theirs in other.parties]
    if any(mine == theirs for mine, theirs in pairs):
        return 2
    return 1 if any(mine <= theirs or theirs <= mine for mine, theirs in pairs) else -1


def _disputed(one: Document, other: Document) -> bool:
    """True when two reports tell of one thing that was reached, but not between whom.

    Two agreements on one subject that share a party, both reached, are taken for one of which reports name the
    parties differently; where either is only proposed, they may be two.
    """
    shared = any(mine & theirs for mine in one.parties for theirs in other.parties)
    pairs = all(len(parties) > 1 for parties in (*one.parties, *other.parties))
    reports = {account.report for account in one.accounts}.isdisjoint(account.report for account in other.accounts)
    return shared and pairs and reports and bool(one.statuses & REACHED) and bool(other.statuses & REACHED)


def _near(one: Document, other: Document) -> bool:
    """True when the reports of the two lie within FRESH days of each other, or one of the two has no day."""
    if not one.days or not other.days:
        return True
    return (min(one.days) <= max(other.days) and min(other.days) <= max(one.days)) or (
        min(abs((mine - theirs).days) for mine in one.days for theirs in other.days) <= FRESH
    )


def make_instrument(accounts: list[Account], background: Background) -> Instrument:
    """The instrument of one group of accounts, which come in the order of reports and text."""
    frames = [fields_of(account) for account in accounts]
    return Instrument(
        id=content_id("i", accounts[0].id),
        kind=commonest(f.kind for f in frames if f.kind is not InstrumentKind.DOCUMENT) or frames[0].kind,
        title=_title([frame.title for frame in frames if frame.title]),
        parties=_of_most(accounts, background),
        subject=commonest(frame.subject for frame in frames if frame.subject),
        status=_lines(accounts),
        terms=background.support(accounts, "terms"),
        evidence=background.evidence(accounts),
        counts=background.counts(accounts),
        accounts=tuple(accounts),
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


def _lines(accounts: Sequence[Account]) -> tuple[StatusEvent, ...]:
    """One line for every state and day; a state told without a day goes with the one day it is known to have."""
    days: dict[InstrumentStatus, set[date]] = defaultdict(set)
    for account in accounts:
        frame = fields_of(account)
        if frame.status and frame.on:
            days[frame.status].add(frame.on)
    lines: dict[tuple[date | None, InstrumentStatus], list[Account]] = defaultdict(list)
    for account in accounts:
        frame = fields_of(account)
        if frame.status:
            known = days[frame.status]
            on = frame.on or (next(iter(known)) if len(known) == 1 else None)
            lines[on, frame.status].append(account)
    ordered = sorted(lines, key=lambda line: (line[0] is None, line[0] or date.min, _ORDER.index(line[1])))
    return tuple(
        StatusEvent(on, status, tuple(dict.fromkeys(e for account in lines[on, status] for e in account.evidence)))
        for on, status in ordered
    )


def fields_of(account: Account) -> InstrumentFrame:
    """The fields of an account of an instrument."""
    assert isinstance(account.fields, InstrumentFrame)
    return account.fields
