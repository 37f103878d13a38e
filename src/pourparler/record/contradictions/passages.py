"""Words of the reports with the voice each is in, who is named there, and which entry they tell of."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from pourparler.core.account import Voice
from pourparler.core.entry import Instrument, Meeting, Statement
from pourparler.core.evidence import Evidence, Span
from pourparler.core.report import Report
from pourparler.core.vocabulary import Act
from pourparler.record.contradictions.sides import Teller, Told, Value, teller_of
from pourparler.record.merging.background import Background
from pourparler.text.gazetteer import fold

E = TypeVar("E", Meeting, Instrument)

_OUTLET = Voice(outlet=True)
_END = re.compile(r"[.!?](?=[\s\"”’')\]]|$)|\n")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Za-z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|No|vs|Inc|Corp|Co|Ltd|Jr|Sr|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))$"
)
_EDGES = " \t\r\n\"“”„«»‘’'—–-,;:>*•"
_BETWEEN = frozenset(
    "has have had is are was were be been being would will did do does may might could not never who which that "
    "keeps kept keep always still itself himself herself themselves also again now once already even "
    "hasn't haven't hadn't didn't doesn't wasn't".split()
)
"""Words that may stand between a subject and its verb."""

CLOSE = 1_500
"""Characters before words within which an entry told of in the same report is the one they mean."""

_AFTER = 300
"""The same after them, where none is told of before."""

_HEARSAY = re.compile(
    r"(?:the |those |these |such |all |any |media |press |news )*"
    r"(?:reports?|claims?|allegations?|suggestions?|rumou?rs|speculation|assertions?|accusations?)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of words of a report: half-open code points, and the statement that they are part of, if any."""

    report: Report
    start: int
    end: int
    statement: Statement | None

    @property
    def evidence(self) -> Evidence:
        """The words."""
        return Evidence(self.report.name, self.start, self.end, self.report.text[self.start : self.end])

    @property
    def denied(self) -> bool:
        """True when somebody denies what the words say."""
        return self.statement is not None and denies(self.statement)


def denies(said: Statement) -> bool:
    """True for a denial, and where reports or claims of something are rejected."""
    words = said.content[0].text if said.content else ""
    return said.act is Act.DENY or (said.act is Act.REJECT and _HEARSAY.match(words) is not None)


class Passages:
    """One report as words in voices, looked up by place."""

    def __init__(
        self,
        report: Report,
        background: Background,
        statements: Sequence[Statement],
        meetings: Sequence[Meeting],
        instruments: Sequence[Instrument],
    ) -> None:
        """A report with the entries that have an account in it, in the order of the reports."""
        self.report = report
        self._background = background
        self._said = [
            (evidence.start, evidence.end, statement)
            for statement in statements
            for account in statement.accounts
            if account.report == report.id
            for evidence in account.evidence
        ]
        self._called = _sources(statements, report.name)
        self.meetings = Places(meetings, report.name)
        self.instruments = Places(instruments, report.name)

    def found(self, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
        """Every match of a pattern in the news of the report, with the clause it stands in.

        Patterns are in small letters, as is the text they are looked for in; offsets are those of the report.
        """
        for match in pattern.finditer(_in_small_letters(self.report.text)):
            passage = self._around(match.start(), match.end())
            if passage and not any(Span(passage.start, passage.end).overlaps(part) for part in self.report.not_news):
                yield passage, match

    def denials(self, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
        """The first match of a pattern in each passage that somebody denies."""
        for start, end, said in self._said:
            if denies(said):
                passage = self._around(start, end)
                match = pattern.search(self.report.text[start:end].lower())
                if passage and match:
                    yield passage, match

    def _around(self, start: int, end: int) -> Passage | None:
        """The sentence around a place, cut to the words of one statement where the place is part of one."""
        text = self.report.text
        first, last = sentence_at(text, start, end)
        statement = None
        for begin, stop, said in self._said:
            if begin <= start and end <= stop + 1 and (statement is None or stop - begin < last - first):
                first, last, statement = max(first, begin), min(max(last, end), stop), said
        while first < last and text[first] in _EDGES:
            first += 1
        while last > first and text[last - 1] in _EDGES:
            last -= 1
        return Passage(self.report, first, last, statement) if first < last else None

    def told(self, value: Value, passage: Passage) -> Told:
        """A value told in a passage, in the voice that the passage is in."""
        report = passage.report
        voice = _OUTLET
        if passage.statement:
            mine = [account for account in passage.statement.accounts if account.report == report.id]
            voice = (mine or passage.statement.accounts)[0].voice
        order = (self._background.rank[report.id], passage.start, report.id)
        text = self._background.copies.text[report.id]
        teller = Teller(report.id, text, voice, report.published, order, report.outlet)
        return Told(value, (passage.evidence,), teller, denies=passage.denied)

    def said(self, statement: Statement) -> Told:
        """A statement as a side, in its own voice."""
        [account, *_] = statement.accounts
        return Told("said", statement.content, teller_of(account, self._background), denies(statement))

    def passage(self, evidence: Evidence) -> Passage | None:
        """The passage that words stand in; None for words of another report."""
        return self._around(evidence.start, evidence.end) if evidence.report == self.report.name else None

    def subject(self, passage: Passage, place: int) -> str | None:
        """The party that the words just before a verb at `place` name: `China has` gives China, `we` the speaker's."""
        text = passage.report.text
        before = text[max(passage.start - _LONGEST_NAME, place - 2 * _LONGEST_NAME, 0) : place]
        words = before.replace("’", "'").split()
        while words and _between(words[-1]):
            words.pop()
        if words and words[-1].strip(_EDGES).casefold() in ("we", "i"):
            return self.speaker_party(passage)
        return self.party(" ".join(words), at_end=True)

    def actor(self, passage: Passage, place: int) -> str | None:
        """Who is named just before a verb at `place`."""
        before = passage.report.text[max(passage.start, place - 2 * _LONGEST_NAME) : place].replace("’", "'").split()
        while before and _between(before[-1]):
            before.pop()
        return self._named(" ".join(before), at_end=True)

    def speaker_party(self, passage: Passage) -> str | None:
        """The party of the one whose words these are."""
        said = passage.statement
        return (said.party or said.speaker) if said else None

    def parties(self, passage: Passage) -> frozenset[str]:
        """The parties that a passage names, by the wordings of its report."""
        names = self._background.actors.worded.get(self.report.id, {})
        found = {names[gram] for gram in _grams(passage.evidence.text) if gram in names}
        return frozenset(self._background.actors.party_of(name) or name for name in found)

    def party(self, words: str, at_end: bool) -> str | None:
        """The party named at the end (or at the beginning) of words, by the longest wording that the report has."""
        name = self._named(words, at_end)
        return (self._background.actors.party_of(name) or name) if name else None

    def _named(self, words: str, at_end: bool) -> str | None:
        names = {**self._called, **self._background.actors.worded.get(self.report.id, {})}
        tokens = fold(words).casefold().removesuffix("'s").split()
        tokens = [token.strip(_EDGES).removesuffix("'s") for token in tokens]
        for length in range(min(6, len(tokens)), 0, -1):
            name = names.get(" ".join(tokens[-length:] if at_end else tokens[:length]))
            if name:
                return name
        return None


def _sources(statements: Sequence[Statement], report: str) -> dict[str, str]:
    """What the words of a report for speakers stand for, where each stands for one only: `the union`, `the company`."""
    found: dict[str, str] = {}
    for statement in statements:
        if statement.source and statement.speaker and statement.report == report:
            words = fold(" ".join(statement.source.text.split())).casefold()
            known = found.setdefault(words, statement.speaker)
            if known != statement.speaker:
                found[words] = ""
    return found


@lru_cache(maxsize=64)
def _in_small_letters(text: str) -> str:
    """A text in small letters, of the same length: what has no single small letter stays."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _grams(words: str) -> Iterator[str]:
    """Every run of up to four words, without marks and possessive endings, folded."""
    tokens = [token.strip(_EDGES).removesuffix("'s") for token in fold(words).replace("’", "'").casefold().split()]
    for first in range(len(tokens)):
        for last in range(first + 1, min(first + 4, len(tokens)) + 1):
            yield " ".join(tokens[first:last])


def _between(word: str) -> bool:
    """True for an auxiliary, an adverb in -ly, a relative pronoun or a bare mark."""
    plain = word.strip(_EDGES)
    return not plain or plain.casefold() in _BETWEEN or (plain.endswith("ly") and plain.islower())


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence around a place: half-open code points of `text`."""
    first = 0
    for match in _END.finditer(text, max(0, start - 600), start):
        if not _ABBREVIATION.search(text, max(0, match.start() - 5), match.start()):
            first = match.end()
    first = first or max(0, start - 600)
    last = min(len(text), end + 600)
    for match in _END.finditer(text, end, last):
        if not _ABBREVIATION.search(text, max(0, match.start() - 5), match.start()):
            last = match.start()
            break
    return first, last


class Places(Generic[E]):
    """Where entries of one kind stand in a report."""

    def __init__(self, entries: Iterable[E], report: str) -> None:
        """The entries, each with all its evidence; the name of the report."""
        self._places: list[tuple[int, int, str, E]] = sorted(
            (
                (place.start, place.end, entry.id, entry)
                for entry in entries
                for place in entry.evidence
                if place.report == report
            ),
            key=lambda place: place[:3],
        )

    def nearest(self, passage: Passage, wanted: Callable[[E], bool]) -> E | None:
        """The entry told of within a passage (most words in common), else last before it, else first after it."""
        places = [place for place in self._places if wanted(place[3])]
        inside = [place for place in places if place[0] < passage.end and passage.start < place[1]]
        if inside:
            return max(inside, key=lambda place: min(place[1], passage.end) - max(place[0], passage.start))[3]
        before = [place for place in places if passage.start - CLOSE <= place[0] and place[1] <= passage.start]
        after = [place for place in places if passage.end <= place[0] <= passage.end + _AFTER]
        return before[-1][3] if before else after[0][3] if after else None

    def within(self, passage: Passage, wanted: Callable[[E], bool]) -> E | None:
        """An entry told of within a passage."""
        return next(
            (
                each
                for start, end, _, each in self._places
                if start < passage.end and passage.start < end and wanted(each)
            ),
            None,
        )

    def before(self, evidence: Evidence) -> E | None:
        """The entry told of last before the end of some words, and not far from their beginning."""
        near = [place for place in self._places if evidence.start - CLOSE <= place[0] <= evidence.end]
        last = max(near, key=lambda place: (place[0], place[2]), default=None)
        return last[3] if last else None
