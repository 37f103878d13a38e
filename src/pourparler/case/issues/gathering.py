"""Gathers the phrases of a record into issues: by their words, and by what a person decided; never by their order."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from pourparler.case.issues.issue import Issue, Issues
from pourparler.case.issues.phrases import completed, key_of, listed, tells_nothing
from pourparler.case.issues.pinned import Pinned
from pourparler.case.issues.pins import NONE, Pins
from pourparler.case.issues.referents import Referents, Told
from pourparler.core.entry import CaseRecord, Condition, Instrument, Position
from pourparler.core.vocabulary import ActorKind
from pourparler.text.gazetteer import fold

_NAMED = (ActorKind.STATE, ActorKind.PERSON)
"""Kinds of actors whose names tell who, and not what ("Ukraine’s ports"); "NATO membership" keeps its NATO."""


def gather(record: CaseRecord, pins: Pins = NONE) -> Issues:
    """The issues of a record: phrases whose telling words are the same are of one issue, unless `pins` say otherwise.

    A bare phrase goes with the fuller one that it stands for in its report; a phrase that only points at something
    ("it", "most of them") is of no issue. A pure function of the entries, whatever
    order they come in; an issue keeps its id as long as its words are there.
    """
    names = names_in(record)
    to_id = Pinned(pins, names)
    phrases: dict[str, Counter[str]] = defaultdict(Counter)
    entries: dict[str, dict[str, int]] = defaultdict(dict)
    instead: dict[tuple[str, str], str] = {}
    told = [(entry, part) for entry in _told(record) for phrase in phrases_of(entry)
            for part in listed(phrase, names).parts if to_id.is_apart(part) or not tells_nothing(part)]  # fmt: skip
    referents = Referents(told, names)
    for entry, part in told:
        own, issue_id = to_id(part), to_id(part if to_id.is_apart(part) else referents.of(entry, part))
        if issue_id != own:
            instead[entry.id, own] = issue_id
        phrases[issue_id][part] += entry.counts.accounts
        entries[issue_id][entry.id] = entry.counts.accounts
    issues = [_issue(issue_id, counted, entries[issue_id], to_id, names) for issue_id, counted in phrases.items()]
    issues.sort(key=lambda issue: (-len(issue.entries), issue.name.casefold(), issue.id))
    return known(issues, to_id, names, instead)


def known(
    issues: Sequence[Issue], to_id: Pinned, names: frozenset[str], instead: Mapping[tuple[str, str], str]
) -> Issues:
    """Issues that were gathered, in their order: by these pins, with the `names_in` the record, and with the phrases
    that stand for others (`Issues.instead`)."""
    by_entry: dict[str, list[Issue]] = defaultdict(list)
    for issue in issues:
        for entry_id in issue.entries:
            by_entry[entry_id].append(issue)
    return Issues(
        tuple(issues),
        partial(_ids_of, to_id=to_id, names=names),
        to_id.former({issue.id: issue for issue in issues}),
        {entry_id: tuple(about) for entry_id, about in by_entry.items()},
        instead,
    )


def _told(record: CaseRecord) -> tuple[Told, ...]:
    return (*record.positions, *record.conditions, *record.instruments)


def phrases_of(entry: Told) -> Iterator[str]:
    """The phrases by which an entry is about issues; those that only carry something with what they are about."""
    match entry:
        case Position():
            yield completed(entry.issue, [place.text for place in entry.evidence])
        case Condition():
            yield blocked_phrase(entry)
            yield required_phrase(entry)
        case Instrument():
            yield from (phrase for phrase in dict.fromkeys((entry.subject, entry.title)) if phrase)


def blocked_phrase(condition: Condition) -> str:
    """What a condition blocks."""
    return completed(condition.blocks, [place.text for place in condition.evidence])


def required_phrase(condition: Condition) -> str:
    """What a condition requires."""
    return completed(condition.requires, [place.text for place in condition.evidence])


def names_in(record: CaseRecord) -> frozenset[str]:
    """The words, folded and in lower case, of the names of states and people of a record."""
    return frozenset(
        word
        for actor in record.actors
        if actor.kind in _NAMED
        for name in (actor.name, *actor.names)
        for word in fold(name).casefold().split()
    )


def _ids_of(phrase: str, to_id: Pinned, names: frozenset[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(to_id, listed(phrase, names).parts)))


def _issue(
    issue_id: str, told: Mapping[str, int], entries: Mapping[str, int], pinned: Pinned, who: frozenset[str]
) -> Issue:
    """An issue, under the name given or its barest phrase: of fewest words, then the one told most. `entries` are how
    many accounts tell each of its entries.

    Where a person joined several, name and words are those of the first.
    """
    phrases = sorted(told, key=lambda phrase: (-told[phrase], len(phrase), phrase))
    own = [phrase for phrase in phrases if pinned.own(phrase) == issue_id] or phrases
    barest = min(own, key=lambda phrase: (len(bare(phrase).split()), -told[phrase], phrase))
    given = pinned.given.get(issue_id)
    return Issue(
        issue_id,
        given.name if given else bare(barest),
        tuple(sorted(key_of(own[0], who))),
        tuple(phrases),
        tuple(entries),
        given.by if given else None,
        sum(entries.values()),
    )


def bare(phrase: str) -> str:
    """A phrase without its article."""
    article, _, rest = phrase.partition(" ")
    return rest if rest and article.lower() in ("a", "an", "the", "any", "no") else phrase
