"""What one report tells of one instrument, and the traits by which two of them are one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pourparler.core.account import Account
from pourparler.core.reading import InstrumentFrame
from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus
from pourparler.record.merging.background import Background
from pourparler.record.merging.weights import days_apart
from pourparler.record.merging.wording import VAGUE, content_words, name_one_thing, stems, telling_words

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

_REPEATED = 60
"""Days between reports after which an exchange is another one."""

_PAPER = frozenset({InstrumentKind.DOCUMENT, InstrumentKind.AGREEMENT, InstrumentKind.MEMORANDUM})
_ONCE = frozenset({InstrumentStatus.AGREED, InstrumentStatus.SIGNED, InstrumentStatus.RATIFIED})
_MISTAKEN = 14
"""Days by which reports may be at odds over the day of a state that an instrument takes once."""

_SORTS = (
    "agreement deal accord pact treaty settlement contract arrangement bargain package",
    "ceasefire truce cease fire armistice halt",
    "document text paper draft declaration statement communique record",
    "letter note message",
    "list",
    "plan programme program roadmap proposal offer",
    "law bill act legislation",
    "sanction tariff duty levy ban embargo restriction",
    "memorandum memo understanding protocol",
)
"""Nouns that reports use for one another."""

_NAME = re.compile(r"\b[A-Z]\w+")
"""A word in capitals."""

_SORT_OF = {word: sort.split()[0] for sort in _SORTS for word in sort.split()}


@dataclass(frozen=True, slots=True)
class Document:
    """What a group of accounts of one report tells of one instrument, with names resolved and words folded.

    `title` has all words of its titles, `telling` and `subject` the stems of those that say which one it is.
    """

    accounts: tuple[Account, ...]
    report: str
    text: str
    published: date | None
    kinds: frozenset[InstrumentKind]
    parties: frozenset[str]
    title: frozenset[str]
    telling: frozenset[str]
    names: frozenset[str]
    subject: frozenset[str]
    sorts: frozenset[str]
    statuses: frozenset[InstrumentStatus]
    days: frozenset[tuple[InstrumentStatus, date]]
    terms: frozenset[str]
    passage: frozenset[str]
    wordings: frozenset[str]


def document(accounts: Sequence[Account], background: Background) -> Document:
    """What these accounts of one report tell together."""
    frames = [fields_of(account) for account in accounts]
    parties = frozenset(background.actors.name_of(name) for frame in frames for name in frame.parties)
    title = _all(content_words(frame.title) for frame in frames)
    passage = stems(_all(content_words(each.text) for account in accounts for each in account.evidence) - VAGUE)
    terms = background.support(accounts, "terms")
    return Document(
        accounts=tuple(accounts),
        report=accounts[0].report,
        text=background.copies.text[accounts[0].report],
        published=background.published(accounts[0]),
        kinds=frozenset(frame.kind for frame in frames),
        parties=parties,
        title=title,
        telling=stems(_all(telling_words(frame.title, parties) for frame in frames)),
        names=stems(_all(telling_words(" ".join(_NAME.findall(frame.title)), parties) for frame in frames)),
        subject=stems(_all(telling_words(frame.subject or "", parties) for frame in frames)),
        sorts=frozenset(_SORT_OF[word] for word in title if word in _SORT_OF),
        statuses=frozenset(frame.status for frame in frames if frame.status),
        days=frozenset((frame.status, frame.on) for frame in frames if frame.status and frame.on),
        terms=stems(_all(content_words(each.text) for each in terms) - VAGUE),
        passage=passage - stems(_all(content_words(party) for party in parties)),
        wordings=frozenset(_folded(each.text) for account in accounts for each in account.evidence),
    )


def _all(groups: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*groups)


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def marks(told: Document) -> Iterator[str]:
    """Under what an instrument is looked up: its parties, the words that say which one it is, the day of a state."""
    yield from (f"party {party}" for party in sorted(told.parties))
    yield from (f"word {word}" for word in sorted(told.telling | told.subject))
    yield from (f"{status.value} {on.isoformat()}" for status, on in sorted(told.days))
    if not told.parties and not told.telling:
        yield "untold"


def traits(one: Document, other: Document) -> list[str] | None:
    """What speaks for and against their being one instrument; None where something keeps them apart: no party in
    common, days of signing far apart, two subjects, an exchange of another time."""
    parties = _parties(one, other)
    if (
        parties is None
        or _settled_apart(one, other)
        or _two_subjects(one, other)
        or _two_names(one, other)
        or _of_two_times(one, other)
    ):
        return None
    found = [_kinds(one.kinds, other.kinds), f"parties: {parties}", *_titles(one, other)]
    if one.sorts and other.sorts:
        found.append("sort: the same" if one.sorts & other.sorts else "sort: another")
    if one.published and other.published:
        found.append(f"reports: {days_apart(abs((one.published - other.published).days))}")
    found += _states(one, other)
    if one.terms and other.terms:
        found.append("terms: some words" if one.terms & other.terms else "terms: others")
    if one.passage & (other.telling | other.subject) or other.passage & (one.telling | one.subject):
        found.append("passage: names it")
    if one.report == other.report:
        found.append("text: one report")
    elif one.text == other.text:
        found.append("text: the same passage" if one.wordings & other.wordings else "text: near copies")
    return found


def _kinds(one: frozenset[InstrumentKind], other: frozenset[InstrumentKind]) -> str:
    shared = one & other
    if not shared:
        return "kind: papers" if one & _PAPER and other & _PAPER else "kind: another"
    return "kind: the same"


def _parties(one: Document, other: Document) -> str | None:
    """How the parties agree. Two reached agreements of one name, of which reports name one party differently, are taken
    for one with its parties in dispute."""
    mine, theirs = one.parties, other.parties
    if not mine or not theirs:
        return "untold"
    if mine == theirs:
        return "the same" if len(mine) > 1 else "the only one"
    if mine <= theirs or theirs <= mine:
        return "one set within the other"
    if not mine & theirs:
        return None
    reached = [bool(told.statuses & REACHED) for told in (one, other)]
    if any(reached) and any(told.statuses and told.statuses <= WANTED for told in (one, other)):
        return None
    named = one.telling and one.telling & other.telling in (one.telling, other.telling)
    return "the same" if all(reached) and named and one.report != other.report else "some"


def _settled_apart(one: Document, other: Document) -> bool:
    """True when each took a state that is taken once, and the days lie far apart."""
    for status in _ONCE:
        mine = [on for state, on in one.days if state is status]
        theirs = [on for state, on in other.days if state is status]
        if mine and theirs and min(abs((a - b).days) for a in mine for b in theirs) > _MISTAKEN:
            return True
    return False


def _two_subjects(one: Document, other: Document) -> bool:
    """True when both say what they are about, and no word of it is the same."""
    if not one.subject or not other.subject:
        return False
    return not (one.subject | one.telling) & (other.subject | other.telling)


def _two_names(one: Document, other: Document) -> bool:
    """True when both have names of one sort that say which one they are, and nothing of either is told of the other.

    What took one state on one day is one. A place in a name says nothing where there are other words; where it is the
    whole name ("Vienna accord"), it does.
    """
    if not one.sorts & other.sorts or one.days & other.days or not (_is_name(one) and _is_name(other)):
        return False
    mine, theirs = (told.telling - told.names or told.names for told in (one, other))
    known, heard = (told.telling | told.subject | told.passage for told in (one, other))
    return not (mine & heard or theirs & known)


def _is_name(told: Document) -> bool:
    """True when the words of a title are enough to tell it from others: two of them, or a name and nothing else."""
    words = told.telling - told.names
    return len(words) > 1 or (not words and bool(told.names))


def _of_two_times(one: Document, other: Document) -> bool:
    """True for exchanges, which come again and again, in reports far apart."""
    if one.published is None or other.published is None or InstrumentKind.EXCHANGE not in one.kinds & other.kinds:
        return False
    return abs((one.published - other.published).days) > _REPEATED


def _titles(one: Document, other: Document) -> Iterator[str]:
    mine, theirs = one.telling, other.telling
    shared = mine & theirs
    if not mine or not theirs:
        yield "title: one tells nothing" if mine or theirs else "title: both tell nothing"
    elif mine == theirs:
        yield "title: the same"
    elif shared in (mine, theirs):
        yield "title: one within the other"
    elif 2 * len(shared) >= len(mine | theirs):
        yield "title: most words"
    else:
        yield "title: some words" if shared else "title: other words"
    if one.title == other.title:
        yield "title: word for word"
    if one.subject and other.subject:
        yield "subject: some words" if one.subject & other.subject else "subject: other words"
    if (mine | one.subject) & other.subject or (theirs | other.subject) & one.subject:
        yield "subject: in the words of the other"
    numbers = [frozenset(word for word in each.title if any(map(str.isdigit, word))) for each in (one, other)]
    if all(numbers):
        yield "title: the same number" if numbers[0] & numbers[1] else "title: another number"


def _states(one: Document, other: Document) -> Iterator[str]:
    """How far each got, the one told earlier first."""
    first, then = sorted((one, other), key=lambda told: told.published or date.min)
    reached = [bool(told.statuses & REACHED) for told in (first, then)]
    wanted = [bool(told.statuses) and told.statuses <= WANTED for told in (first, then)]
    if reached[0] and wanted[1]:
        yield "state: reached, then wanted"
    if wanted[0] and reached[1]:
        yield "state: wanted, then reached"
    if all(wanted):
        yield "state: both wanted"
    if all(reached):
        yield "state: both reached"
    if {status for status, _ in one.days} & {status for status, _ in other.days}:
        yield "state: on the same day" if one.days & other.days else "state: on another day"


def are_two(one: Document, other: Document) -> bool:
    """True when a report has one of them as reached and the other as only wanted, and each says what it is about, and
    not the same."""
    words = [told.telling | told.subject for told in (one, other)]
    reached = [bool(told.statuses & REACHED) for told in (one, other)]
    wanted = [bool(told.statuses) and told.statuses <= WANTED for told in (one, other)]
    if not all(words) or not ((reached[0] and wanted[1]) or (reached[1] and wanted[0])):
        return False
    return not any(
        name_one_thing(mine, theirs)
        for mine in (one.telling, one.subject)
        for theirs in (other.telling, other.subject)
        if mine and theirs
    )


def fields_of(account: Account) -> InstrumentFrame:
    """The fields of an account of an instrument."""
    assert isinstance(account.fields, InstrumentFrame)
    return account.fields
