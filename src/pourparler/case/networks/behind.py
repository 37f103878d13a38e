"""What stands behind an edge: how many statements, reports and independent sources, and the floor below which an edge
is not drawn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import Protocol

from pourparler.core.account import Voice
from pourparler.core.entry import CaseRecord, Counts
from pourparler.core.evidence import Evidence
from pourparler.record.sources import Marked, grouped, long_words


class Cited(Protocol):
    """What is asked of an account, so that less than a whole one will do."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def report(self) -> str:
        """The id of its report."""

    @property
    def voice(self) -> Voice:
        """Whose voice it is in."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words it rests on."""


@dataclass(frozen=True, slots=True)
class Heard:
    """As much of an account as networks ask for: its id and its report's, whose voice it is in, the words it rests
    on."""

    id: str
    report: str
    voice: Voice
    evidence: tuple[Evidence, ...]


def heard(account: Cited) -> Heard:
    """As much of an account as networks ask for."""
    return Heard(account.id, account.report, account.voice, account.evidence)


@dataclass(frozen=True, slots=True)
class Trace:
    """What sources are told apart by of one account: its report's id, the last of those it came through (empty for
    none), and a number for each long passage, the same for the same words."""

    report: str
    agency: str
    words: tuple[int, ...]


def trace_of(account: Cited) -> Trace:
    """What sources are told apart by of an account."""
    via, passages = account.voice.via, (one.text for one in account.evidence)
    return Trace(account.report, via[-1] if via else "", tuple(map(_number, long_words(passages))))


def _number(words: str) -> int:
    """Of 56 bits: two of a million passages have the same by chance once in 140,000 records."""
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=7).digest())


@dataclass(frozen=True, slots=True)
class Sources:
    """What is known of the reports of a record, by id: outlets, days of publication, and for each the first report of
    its chain of near copies. Edges share many accounts: what tells sources apart is worked out once of each."""

    outlets: Mapping[str, str | None]
    days: Mapping[str, date | None]
    texts: Mapping[str, str]
    _traces: dict[str, Trace] = field(default_factory=dict, repr=False, compare=False)

    def count(self, accounts: Iterable[Cited]) -> Counts:
        """Accounts, reports and independent sources, as the record counts them behind an entry."""
        return self.count_traces([self._trace(account) for account in accounts])

    def count_traces(self, traces: Sequence[Trace]) -> Counts:
        """The same of what is known of accounts."""
        agencies: dict[str, set[str]] = {}
        words: dict[str, list[int]] = {}
        for one in traces:
            if one.report in agencies:
                agencies[one.report].add(one.agency)
                words[one.report] += one.words
            else:
                agencies[one.report], words[one.report] = {one.agency}, [*one.words]
        if len(agencies) < 2:
            return Counts(len(traces), len(agencies), len(agencies))
        told = [Marked(one, self.texts[one], self.outlets[one], agencies[one], words[one]) for one in agencies]
        return Counts(len(traces), len(told), len(grouped(told)))

    def _trace(self, account: Cited) -> Trace:
        found = self._traces.get(account.id)
        if found is None:
            found = self._traces[account.id] = trace_of(account)
        return found


@dataclass(frozen=True, slots=True)
class Floor:
    """The fewest statements (or meetings) and independent sources that an edge is drawn with."""

    times: int = 1
    sources: int = 1


def sources_of(record: CaseRecord) -> Sources:
    """What the sources of a record's accounts are counted by."""
    ids = {view.report.name: view.report.id for view in record.reports}
    return Sources(
        {view.report.id: view.report.outlet for view in record.reports},
        {view.report.id: view.report.published for view in record.reports},
        {view.report.id: ids.get(view.copies_of or "", view.report.id) for view in record.reports},
    )
