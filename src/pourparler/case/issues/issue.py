"""Issues: what phrases of positions, conditions and instruments are gathered into."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that the sides have words about; `phrases` are the record's words for it, the most told first.

    `entries` are ids of positions, conditions and instruments in the record's order, `words` the dictionary forms that
    its phrases share (those of the first where a person joined several), `named_by` who named it, if anybody, and
    `accounts` how many tell its entries.
    """

    id: str
    name: str
    words: tuple[str, ...]
    phrases: tuple[str, ...]
    entries: tuple[str, ...]
    named_by: str | None = None
    accounts: int = 0


@dataclass(frozen=True, slots=True)
class Issues:
    """The issues of a record, those of most entries first."""

    issues: tuple[Issue, ...]
    ids_of: Callable[[str], tuple[str, ...]] = field(repr=False, compare=False)
    """The ids of the issues that a phrase lists, there or not."""
    _by_id: Mapping[str, Issue] = field(repr=False, compare=False)
    _by_entry: Mapping[str, tuple[Issue, ...]] = field(repr=False, compare=False)
    instead: Mapping[tuple[str, str], str] = field(default_factory=dict, repr=False, compare=False)
    """By an entry and the id that a bare phrase of it would give, the id of the issue that the phrase stands for."""

    def of(self, phrase: str, entry: str = "") -> Issue | None:
        """The issue of a phrase, the first where it lists several; None where the record has none. See `all_of`."""
        return next(iter(self.all_of(phrase, entry)), None)

    def all_of(self, phrase: str, entry: str = "") -> tuple[Issue, ...]:
        """Every issue that a phrase lists and the record has; of a phrase of an `entry` (by its id) those it stands for
        there."""
        ids = dict.fromkeys(self.instead.get((entry, one), one) for one in self.ids_of(phrase))
        return tuple(self._by_id[one] for one in ids if one in self._by_id)

    def get(self, issue_id: str) -> Issue | None:
        """The issue of an id, also of one that it had before a person joined it with another; None for no issue."""
        return self._by_id.get(issue_id)

    def about(self, entry_id: str) -> tuple[Issue, ...]:
        """The issues that an entry has words about."""
        return self._by_entry.get(entry_id, ())
