"""What a report only supposes: states told in the very words of a condition, and requirements that something be not."""

from collections import defaultdict
from collections.abc import Iterable

from pourparler.case.issues.phrases import lemmas_of
from pourparler.case.issues.words import word_list
from pourparler.core.entry import Condition
from pourparler.core.evidence import Evidence

_NOES = frozenset("no not never nobody nothing none neither nor n't n’t without".split())


class Passages:
    """Where the conditions of a record are told."""

    def __init__(self, conditions: Iterable[Condition]) -> None:
        self._places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for one in conditions:
            for place in one.evidence:
                self._places[place.report].append((place.start, place.end))

    def hold(self, words: Iterable[Evidence]) -> bool:
        """True where all these words stand in conditions: "until the pact is signed" tells of no signed pact."""
        told = list(words)
        return bool(told) and all(self._within(place) for place in told)

    def _within(self, place: Evidence) -> bool:
        return any(start <= place.start and place.end <= end for start, end in self._places.get(place.report, ()))


def says_no(phrase: str) -> bool:
    """True for a phrase by which something must not come about: "no new tariff", "not raising it"."""
    return any(word.lower() in _NOES or word.lower().endswith(("n't", "n’t")) for word in phrase.split())


def undoes(phrase: str) -> bool:
    """True for a phrase by which something must go: "the notice is off the table", "an end to the ban"."""
    lemmas = lemmas_of(phrase)
    return bool(set(lemmas) & word_list("undoing")) or " off the table" in f" {phrase.lower()}"
