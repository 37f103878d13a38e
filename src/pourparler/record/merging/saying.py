"""What one account tells of one position or condition, and the traits by which two of them are one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pourparler.core.account import Account
from pourparler.record.merging.background import Background
from pourparler.record.merging.weights import days_apart
from pourparler.record.merging.wording import VAGUE, content_words, name_one_thing, stems

_VAGUE = stems(VAGUE)

_NAME = re.compile(r"(?<=\s)[A-Z]\w+")
"""A word in capitals that does not begin a phrase: a name."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A holder with phrases, as stems: the issue of a position; what a condition requires, and what it blocks.

    `head` is the stance or the operator; `holder` is None where nobody knows whose it is.
    """

    account: Account
    report: str
    text: str
    published: date | None
    holder: str | None
    head: str
    phrases: tuple[frozenset[str], ...]
    passage: frozenset[str]
    names: frozenset[str]

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The one account that it was made of."""
        return (self.account,)


def saying(account: Account, holder: str | None, head: str, phrases: tuple[str, ...], background: Background) -> Saying:
    """What an account tells."""
    return Saying(
        account=account,
        report=account.report,
        text=background.copies.text[account.report],
        published=background.published(account),
        holder=holder,
        head=head,
        phrases=tuple(stems(content_words(phrase)) for phrase in phrases),
        passage=stems(content_words(" ".join(each.text for each in account.evidence))) - _VAGUE,
        names=stems(content_words(" ".join(name for phrase in phrases for name in _NAME.findall(phrase)))),
    )


def marks(told: Saying) -> Iterator[tuple[str, str]]:
    """Under what it is looked up: its holder with each word of its phrases and its passage; nobody's by its text."""
    holder = told.holder or f"text {told.text}"
    words = (frozenset[str]().union(*told.phrases) - _VAGUE) | told.passage
    yield from ((holder, word) for word in sorted(words))
    yield from ((holder, " ".join(sorted(phrase))) for phrase in told.phrases)


def stance_traits(one: Saying, other: Saying) -> list[str] | None:
    """What speaks for and against their being one position; None for two stances."""
    if one.head != other.head or not _may_be_one(one, other):
        return None
    mine, theirs = one.phrases[0], other.phrases[0]
    if (mine - one.names - _VAGUE) and (theirs - other.names - _VAGUE):
        mine, theirs = mine - one.names, theirs - other.names
    return [f"stance: {one.head}", *_phrases("issue", mine, theirs), *_around(one, other)]


def condition_traits(one: Saying, other: Saying) -> list[str] | None:
    """What speaks for and against their being one condition; None where no word of what they require is the same."""
    if not _may_be_one(one, other) or not _require_alike(one, other):
        return None
    found = ["operator: the same" if one.head == other.head else "operator: another"]
    for name, mine, theirs in zip(("requires", "blocks"), one.phrases, other.phrases, strict=True):
        found += _phrases(name, mine, theirs)
    every = [frozenset[str]().union(*told.phrases) for told in (one, other)]
    return [*found, *_phrases("both halves", *every), *_around(one, other)]


def _may_be_one(one: Saying, other: Saying) -> bool:
    """True for one holder; what is nobody's is compared only within one text. What one report tells twice must name one
    thing both times."""
    if one.report == other.report:
        alike = all(name_one_thing(mine, theirs) for mine, theirs in zip(one.phrases, other.phrases, strict=True))
        return alike and one.holder == other.holder
    return one.holder == other.holder if one.holder and other.holder else one.text == other.text


def _require_alike(one: Saying, other: Saying) -> bool:
    """True when a word of what one requires stands in what the other does, or in its passage."""
    mine, theirs = one.phrases[0], other.phrases[0]
    told, heard = mine - _VAGUE - one.names, theirs - _VAGUE - other.names
    return bool(mine & theirs or told & (other.passage - other.phrases[1]) or heard & (one.passage - one.phrases[1]))


def _phrases(name: str, mine: frozenset[str], theirs: frozenset[str]) -> Iterator[str]:
    """How two phrases are alike; those of vague words alone say less."""
    shared = mine & theirs
    telling = shared - _VAGUE
    if not mine or not theirs:
        yield f"{name}: untold"
    elif mine == theirs:
        yield f"{name}: the same" if telling else f"{name}: the same vague words"
    elif telling and shared in (mine, theirs):
        yield f"{name}: one within the other"
    elif telling and 2 * len(shared) >= len(mine | theirs):
        yield f"{name}: most words"
    elif telling:
        yield f"{name}: some words"
    else:
        yield f"{name}: a vague word" if shared else f"{name}: other words"


def _around(one: Saying, other: Saying) -> Iterator[str]:
    """What passages, days and voices say."""
    shared = len(one.passage & other.passage)
    share = shared / max(1, min(len(one.passage), len(other.passage)))
    few = "no word" if shared == 0 else "one word" if shared == 1 else "some words"
    yield f"passage: {few if share < 0.5 or shared < 2 else 'most words' if share < 0.8 else 'nearly all words'}"
    mine, theirs = (told.phrases[0] - told.names - _VAGUE for told in (one, other))
    if mine & other.passage or theirs & one.passage:
        yield "passage: words of the other's phrase"
    if one.published and other.published:
        yield f"reports: {days_apart(abs((one.published - other.published).days))}"
    if one.report == other.report:
        yield "text: one report"
    elif one.text == other.text:
        yield "text: near copies"
    voices = [told.account.voice.speaker or told.account.voice.party for told in (one, other)]
    if all(voices):
        yield "voice: the same" if voices[0] == voices[1] else "voice: another"
