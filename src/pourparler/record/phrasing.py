"""The phrases that the accounts of today give: what a judgement on an issue holds on to.

How phrases are cut into issues is told by `case`, which stands to the right of the record. So a phrase is looked for as
it may have been cut: whole; as a part of one that lists several things; or as one completed by the words after it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from pourparler.core.account import Account
from pourparler.core.judgement import Judgement, Verdict
from pourparler.core.reading import ConditionFrame, InstrumentFrame, PositionFrame
from pourparler.record.merging.choice import whole
from pourparler.text.gazetteer import fold

_WORD = re.compile(r"\w+")
_LISTS = re.compile(r"[,;]|\b(?:and|or)\b", re.IGNORECASE)
_FIELDS = frozenset({"issue", "blocks", "requires", "subject", "title"})


class Phrases:
    """What positions, conditions and instruments are told to be about, and what people corrected that to."""

    def __init__(self, accounts: Iterable[Account], judgements: Iterable[Judgement] = ()) -> None:
        """The accounts, and the judgements among which corrections are."""
        self._whole: set[str] = set()
        self._lists: set[str] = set()
        self._told: dict[str, list[Account]] = defaultdict(list)
        for account in accounts:
            for phrase in _phrases(account):
                self._told[self._put(phrase)].append(account)
        for one in judgements:
            if one.verdict is Verdict.CORRECTED and one.field in _FIELDS and one.value:
                self._put(one.value)

    def gives(self, phrase: str) -> bool:
        """True where an account gives a phrase; case, accents, blanks and punctuation do not count."""
        plain = _plain(phrase)
        if plain in self._whole:
            return True
        return any(plain in listing for listing in self._lists) or any(plain in rest for rest in self._rests)

    def _put(self, phrase: str) -> str:
        plain = _plain(phrase)
        self._whole.add(plain)
        if _LISTS.search(phrase):
            self._lists.add(plain)
        return plain

    @cached_property
    def _rests(self) -> frozenset[str]:
        """What every passage tells from the phrase of its account on."""
        found = set()
        for phrase, accounts in self._told.items():
            for account in accounts:
                for place in account.evidence:
                    words = _plain(place.text)
                    at = words.find(phrase)
                    if at >= 0:
                        found.add(words[at:])
        return frozenset(found)


def _phrases(account: Account) -> Iterator[str]:
    match account.fields:
        case PositionFrame(issue=issue):
            yield issue
        case ConditionFrame(blocks=blocks, requires=requires):
            yield blocks
            yield requires
        case InstrumentFrame(subject=subject, title=title):
            yield from (phrase for phrase in (subject, title, whole(title)) if phrase)


def _plain(phrase: str) -> str:
    """The words of a phrase with a blank on either side of each."""
    return f" {' '.join(_WORD.findall(fold(phrase).casefold()))} "
