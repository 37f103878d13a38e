"""Which issue each phrase belongs to: that of its words, or the one that people put it in, decision by decision."""

from collections import Counter
from collections.abc import Mapping, Sequence

from pourparler.case.issues.issue import Issue
from pourparler.case.issues.phrases import key_of
from pourparler.case.issues.pins import Join, Name, Part, Pins
from pourparler.core.ids import content_id
from pourparler.text.gazetteer import fold


class Pinned:
    """Gives the id of the issue of any phrase; `given` has the namings that count, by the id of the issue.

    Every phrase has an id of its own: made of its words, or of the phrases it was taken out with. Joined ids lead to
    the first of them; so a joining holds for phrases that come later, and an id stays as long as the words are there.
    """

    def __init__(self, pins: Pins, names: frozenset[str]) -> None:
        """Apply decisions in their order; `names` are those that tell who and not what, see `key_of`."""
        self.given: dict[str, Name] = {}
        self._names = names
        self._parted: dict[str, str] = {}
        self._joined: dict[str, str] = {}
        for pin in pins.pins:
            match pin:
                case Name(phrases=phrases):
                    self.given[self._holder(phrases)] = pin
                case Join(phrases=phrases):
                    self._join(phrases)
                case Part(phrases=phrases):
                    self._part(phrases)

    def __call__(self, phrase: str) -> str:
        """The id of the issue of a phrase."""
        own = self.own(phrase)
        return self._joined.get(own, own)

    def own(self, phrase: str) -> str:
        """The id that a phrase gives by itself: whatever its issue was joined with."""
        return self._parted.get(plain(phrase)) or content_id("n", *sorted(key_of(phrase, self._names)))

    def is_apart(self, phrase: str) -> bool:
        """True for a phrase that a person took out of an issue: it stands for no other one."""
        return plain(phrase) in self._parted

    def former(self, issues: Mapping[str, Issue]) -> dict[str, Issue]:
        """Issues by their ids and by those of the issues that were joined with them."""
        return {own: issues[led] for own, led in self._joined.items() if led in issues} | dict(issues)

    def _holder(self, phrases: Sequence[str]) -> str:
        """The id that most of these phrases have, the first of them where two have as many."""
        counts = Counter(map(self, phrases))
        return max(counts, key=lambda one: counts[one])

    def _join(self, phrases: Sequence[str]) -> None:
        ids = list(dict.fromkeys(map(self, phrases)))
        members = [own for own, led in self._joined.items() if led in ids]
        self._joined |= dict.fromkeys([*ids[1:], *members], ids[0])
        self._joined.pop(ids[0], None)

    def _part(self, phrases: Sequence[str]) -> None:
        told = sorted(set(map(plain, phrases)))
        out = content_id("n", "parted", *told)
        self._parted |= dict.fromkeys(told, out)
        self._joined.pop(out, None)
        rest = [own for own, led in self._joined.items() if led == out]
        if rest:  # they were taken out before and others joined to them: these stay together without them
            self._joined |= dict.fromkeys(rest, rest[0])
            del self._joined[rest[0]]
            if name := self.given.pop(out, None):
                self.given[rest[0]] = name


def plain(phrase: str) -> str:
    """A phrase as decisions know it: case, accents and blanks do not count."""
    return " ".join(fold(phrase).casefold().split())
