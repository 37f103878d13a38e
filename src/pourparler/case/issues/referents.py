"""What a bare phrase stands for in its report: "the ban" is the ban on fish where the report tells of no other ban."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pourparler.case.issues.deeds import is_doing
from pourparler.case.issues.phrases import Key, keyed
from pourparler.case.issues.words import CEASEFIRE, word_list
from pourparler.core.entry import Condition, Instrument, Position

Told = Position | Condition | Instrument


class Referents:
    """The fuller phrases of each report, by the word that names the thing itself."""

    def __init__(self, told: Iterable[tuple[Told, str]], names: frozenset[str]) -> None:
        """Entries with the phrases they have; `names` tell who and not what, see `key_of`."""
        self._names = names
        fuller: dict[tuple[str, str], dict[frozenset[str], str]] = defaultdict(dict)
        for entry, phrase in told:
            key = keyed(phrase, names)
            if key.head is not None and len(key.words) > 1:
                for report in _reports(entry):
                    known = fuller[report, key.head].setdefault(key.words, phrase)
                    fuller[report, key.head][key.words] = min(known, phrase)
        self._fuller: Mapping[tuple[str, str], Mapping[frozenset[str], str]] = fuller

    def of(self, entry: Told, phrase: str) -> str:
        """The one fuller phrase that a bare one stands for in every report that tells the entry; else the phrase.

        Bare is a thing said to be known ("the ban", "its ban"), or a doing by its name alone ("compensation").
        """
        key = keyed(phrase, self._names)
        if not _is_bare(phrase, key):
            return phrase
        meant = {self._in_report(report, key) for report in _reports(entry)}
        return (meant.pop() or phrase) if len(meant) == 1 else phrase

    def _in_report(self, report: str, key: Key) -> str | None:
        known = self._fuller.get((report, key.head or ""), {})
        return next(iter(known.values())) if len(known) == 1 else None


def _reports(entry: Told) -> set[str]:
    return {account.report for account in entry.accounts}


def _is_bare(phrase: str, key: Key) -> bool:
    """True for a phrase that has nothing but what names the thing, and says that it is known which."""
    if key.head is None or key.words != {key.head} or key.head == CEASEFIRE:
        return False
    low = phrase.lower().split()
    alone = is_doing(low[-1]) and set(low[:-1]) <= word_list("light_verbs")
    return alone or bool(set(low) & word_list("definite"))
