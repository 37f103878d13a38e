"""An instrument as it grows out of what reports tell, and how surely something else told is that instrument."""

from collections.abc import Iterable, Iterator
from datetime import date

from pourparler.core.account import Account
from pourparler.core.reading import InstrumentFrame
from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus
from pourparler.record.merging.background import Background
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

WANTED = frozenset({InstrumentStatus.PROPOSED, InstrumentStatus.PROMISED})
"""States of what somebody only wants or offers."""

FRESH = 30
"""Days between reports within which an instrument told without its subject is the one known between its parties."""

REPEATED = frozenset({InstrumentKind.EXCHANGE, InstrumentKind.CEASEFIRE, InstrumentKind.SANCTIONS})
"""Kinds of which there is often more than one: these are one only in reports that are not far apart."""


UNTOLD = "?"
"""Stands for the parties of an instrument of which none are told."""

Mark = tuple[InstrumentKind, str, str | frozenset[str]]


class Document:
    """One instrument, as the groups of accounts put together so far show it."""

    def __init__(self, accounts: Iterable[Account], background: Background) -> None:
        """An instrument of which these accounts tell."""
        self.accounts: list[Account] = []
        self.kinds: set[InstrumentKind] = set()
        self.parties: list[frozenset[str]] = []
        self.words: list[frozenset[str]] = []
        self.statuses: set[InstrumentStatus] = set()
        self.days: list[date] = []
        self.add(accounts, background)

    def add(self, accounts: Iterable[Account], background: Background) -> None:
        """Put more accounts to the instrument."""
        told = list(accounts)
        frames = [fields_of(account) for account in told]
        self.accounts += told
        self.kinds |= {frame.kind for frame in frames}
        parties = frozenset(background.actors.name_of(name) for frame in frames for name in frame.parties)
        if parties and parties not in self.parties:
            self.parties.append(parties)
        for frame in frames:
            for phrase in (frame.subject or "", frame.title):
                words = telling_words(phrase, parties, (frame.kind.value,))
                if words and words not in self.words:
                    self.words.append(words)
        self.statuses |= {frame.status for frame in frames if frame.status}
        days = (background.published(account) for account in told)
        self.days += [day for day in days if day is not None]

    def marks(self) -> Iterator[Mark]:
        """Under what the instrument is found: a kind, with a telling word and a party (or any), or with all parties."""
        named = ["", *sorted({party for parties in self.parties for party in parties} or {UNTOLD})]
        for kind in _kinds(self.kinds):
            for word in sorted({word for words in self.words for word in words}):
                yield from ((kind, word, party) for party in named)
            yield from ((kind, "", parties) for parties in self.parties)

    def looks_under(self) -> Iterator[Mark]:
        """Under which marks the same instrument may be found: parties that have nobody in common are not looked at."""
        named = sorted({party for parties in self.parties for party in parties})
        for kind in _kinds(self.kinds):
            for word in sorted({word for words in self.words for word in words}):
                yield from ((kind, word, party) for party in ([*named, UNTOLD] if named else [""]))
            yield from ((kind, "", parties) for parties in self.parties)


def _kinds(kinds: Iterable[InstrumentKind]) -> list[InstrumentKind]:
    """The kinds under which reports may name the same instrument: a plain `document` may be an agreement."""
    paper = {InstrumentKind.DOCUMENT, InstrumentKind.AGREEMENT, InstrumentKind.MEMORANDUM}
    found = set(kinds)
    if InstrumentKind.DOCUMENT in found:
        return sorted(found | paper)
    return sorted(found | {InstrumentKind.DOCUMENT} if found & paper else found)


def points(one: Document, other: Document) -> int:
    """How surely two are one instrument; 0 where they are not, or where it is unsure."""
    if one.kinds & REPEATED and not _near(one, other):
        return 0
    parties = _parties(one, other)
    if parties < 0 and not _disputed(one, other):
        return 0
    if one.words and other.words:
        if not any(name_one_thing(mine, theirs) for mine in one.words for theirs in other.words):
            return 0
        return 1 if parties < 0 else 3 + parties
    if _one_reached_and_one_not(one, other):
        return 0
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


def are_two(one: Document, other: Document) -> bool:
    """True when one was reached and one is only wanted, and both say what they are about, and not the same."""
    if not one.words or not other.words or not _one_reached_and_one_not(one, other):
        return False
    return not any(name_one_thing(mine, theirs) for mine in one.words for theirs in other.words)


def _one_reached_and_one_not(one: Document, other: Document) -> bool:
    """True when one report keeps two apart and has the one as reached and the other as no more than wanted."""
    if {account.report for account in one.accounts}.isdisjoint(account.report for account in other.accounts):
        return False
    reached = [bool(each.statuses & REACHED) for each in (one, other)]
    wanted = [bool(each.statuses) and each.statuses <= WANTED for each in (one, other)]
    return (reached[0] and wanted[1]) or (reached[1] and wanted[0])


def _near(one: Document, other: Document) -> bool:
    """True when the reports of the two lie within FRESH days of each other, or one of the two has no day."""
    if not one.days or not other.days:
        return True
    return (min(one.days) <= max(other.days) and min(other.days) <= max(one.days)) or (
        min(abs((mine - theirs).days) for mine in one.days for theirs in other.days) <= FRESH
    )


def fields_of(account: Account) -> InstrumentFrame:
    """The fields of an account of an instrument."""
    assert isinstance(account.fields, InstrumentFrame)
    return account.fields
