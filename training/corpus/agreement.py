"""How far two blind annotations of the same reports agree: what both find, and what they say of what both found.

What counts as found by both stands in `finds`. Of what both found, each closed value and each field that at least one
of both gives is told; they are alike when the ids name the same actors, the values the same days, and cited words share
at least half of the shorter side (or labels half of their words). A state of an instrument is alike when both give it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pourparler.core.evidence import Span
from training.corpus.days import when
from training.corpus.fields import days
from training.corpus.finds import CITED, SORTS, Find, marks, pairs, points, records
from training.corpus.joins import actors
from training.corpus.kinds import KINDS, Take, kind_of
from training.corpus.model import Actor, Document, Field, Record
from training.corpus.negotiation import Negotiation, negotiations

SECOND, THIRD = "second", "third"
"""The folders of a corpus that hold further blind annotations, by negotiation: those made before the guideline was
sharpened, and those made after it."""

_PLAIN = frozenset("a an the of on in to for and from with by at its his her their that".split())


@dataclass(frozen=True, slots=True)
class Difference:
    """What the two annotations of a report say differently: `kind` and `field`, and both sides' words."""

    report: str
    kind: str
    field: str
    first: str
    second: str


class Sums:
    """Counts over reports: finds per kind (first, second, both), and per kind and field those told and those alike."""

    def __init__(self) -> None:
        """Empty counts."""
        self.first: Counter[str] = Counter()
        self.second: Counter[str] = Counter()
        self.both: Counter[str] = Counter()
        self.told: Counter[tuple[str, str]] = Counter()
        self.alike: Counter[tuple[str, str]] = Counter()
        self.differences: list[Difference] = []

    def f1(self, kind: str) -> float:
        """Twice the finds of both over the finds of each; 1 where there are none."""
        total = self.first[kind] + self.second[kind]
        return 2 * self.both[kind] / total if total else 1.0

    def share(self, kind: str, field: str) -> float:
        """The share of matched records that agree on a field, of those where at least one of both gives it."""
        told = self.told[kind, field]
        return self.alike[kind, field] / told if told else 1.0


def compare(corpus: Path, folder: str = SECOND) -> Sums:
    """Both annotations of every report that stands in the further `folder` of a corpus, counted together."""
    sums = Sums()
    for first, second in doubles(corpus, folder):
        add(first, second, sums)
    return sums


def doubles(corpus: Path, folder: str = SECOND) -> list[tuple[Negotiation, Negotiation]]:
    """Each negotiation with its annotation in a further folder; empty where the corpus has none."""
    again = {one.name: one for one in negotiations(corpus / folder)} if (corpus / folder).is_dir() else {}
    return [(one, again[one.name]) for one in negotiations(corpus) if one.name in again] if again else []


def add(first: Negotiation, second: Negotiation, sums: Sums) -> None:
    """Count the reports of one negotiation that are annotated twice."""
    mine = dict(first.reports)
    for name, document in second.reports:
        if name in mine:
            casts = actors(first, name), actors(second, name)
            _Report(f"{first.name}/{name}", mine[name], document, casts, sums).count()


class _Report:
    """One report in two annotations."""

    def __init__(
        self,
        name: str,
        first: Document,
        second: Document,
        casts: tuple[Mapping[str, Actor], Mapping[str, Actor]],
        sums: Sums,
    ) -> None:
        self.name, self.first, self.second, self.casts, self.sums = name, first, second, casts, sums
        self.names = self._aliases()
        self.same: dict[str, str] = {}

    def _aliases(self) -> dict[str, str]:
        """The actor of the first for each that the second alone has: of the same name, or marked most at its words."""
        own = {one.id: one.name.casefold() for one in self.second.actors}
        known = {one.name.casefold(): one.id for one in self.first.actors}
        met: dict[str, Counter[str]] = {one: Counter() for one in own}
        for mine, other in pairs(marks(self.first, "actors"), marks(self.second, "actors")):
            for one in other.values:
                if one in met and len(mine.values) == len(other.values) == 1:
                    met[one][mine.values[0]] += 1
        found = {one: count.most_common(1)[0][0] for one, count in met.items() if count}
        return found | {one: known[name] for one, name in own.items() if name in known}

    def count(self) -> None:
        """Add everything of this report to the sums."""
        order = sorted(KINDS, key="cmips".index)
        for letter in order:
            matched = self._finds(KINDS[letter].name, *(records(one, letter) for one in (self.first, self.second)))
            for mine, other in matched:
                self.same[other.name] = mine.name
                if mine.record and other.record:
                    self._heads(mine.record, other.record)
        for letter in order:
            own = {one.id: one for one in self.first.records if one.id[0] == letter}
            for record in self.second.records:
                if (met := own.get(self.same.get(record.id, ""))) is not None:
                    self._fields(met, record)
        for sort in SORTS:
            for one, two in self._finds(sort, marks(self.first, sort), marks(self.second, sort)):
                self._values(sort, one, two)

    def _finds(self, kind: str, first: list[Find], second: list[Find]) -> list[tuple[Find, Find]]:
        matched = pairs(first, second)
        self.sums.first[kind] += len(first)
        self.sums.second[kind] += len(second)
        self.sums.both[kind] += len(matched)
        for one in first:
            if not any(one is mine for mine, _ in matched):
                self._differ(kind, "", _shown(one, self.first), "—")
        for one in second:
            if not any(one is other for _, other in matched):
                self._differ(kind, "", "—", _shown(one, self.second))
        return matched

    def _differ(self, kind: str, field: str, first: str, second: str) -> None:
        self.sums.differences.append(Difference(self.name, kind, field, first, second))

    def _tell(self, kind: str, field: str, alike: bool, shown: tuple[str, str]) -> None:
        self.sums.told[kind, field] += 1
        self.sums.alike[kind, field] += alike
        if not alike:
            self._differ(kind, field, *shown)

    def _values(self, sort: str, one: Find, two: Find) -> None:
        if sort not in ("actors", "times") and not sort.endswith("namings"):
            return
        second = [self.names.get(word, self.same.get(word, word)) for word in two.values]
        alike = _days(one.values[0]) == _days(two.values[0]) if sort == "times" else set(one.values) == set(second)
        self._tell(sort, "value", alike, (_shown(one, self.first), _shown(two, self.second)))

    def _heads(self, mine: Record, other: Record) -> None:
        kind = kind_of(mine.id).name
        for name, a, b in zip(HEADS[mine.id[0]], mine.head, other.head, strict=True):
            self._tell(kind, name, a == b, (f"{mine.id} {a}", f"{other.id} {b}"))

    def _fields(self, mine: Record, other: Record) -> None:
        kind = kind_of(mine.id)
        for name, take in kind.fields.items():
            if name in ("evidence", "content"):
                continue
            a, b = mine.get(name), other.get(name)
            if name == "party" and kind.name == "statement":
                a, b = self._party(mine, 0), self._party(other, 1)
            elif name == "voice":
                a, b = (None if field and set(field.words) == {"outlet"} else field for field in (a, b))
            if a or b:
                alike = bool(a and b and self._alike(take, a, b))
                shown = f"{mine.id} {self._written(a, self.first)}", f"{other.id} {self._written(b, self.second)}"
                self._tell(kind.name, "states" if take is Take.STATE else name, alike, shown)
                if alike and a and b and take is Take.STATE and (days(a, self.first) or days(b, self.second)):
                    self._tell(kind.name, "day of a state", self._days(a, b), shown)

    def _party(self, record: Record, side: int) -> Field | None:
        """The party of a statement: that of the record, else the one its speaker speaks for."""
        told = record.get("party")
        one = self.casts[side].get(next(iter(record.words("speaker")), ""))
        party = one and (one.party or (one.id if one.kind in ("state", "organisation", "bloc") else None))
        return told or (Field("party", (party,)) if party else None)

    def _days(self, a: Field, b: Field) -> bool:
        told = [{(one.start, one.end) for one in days(f, d)} for f, d in ((a, self.first), (b, self.second))]
        return told[0] == told[1]

    def _alike(self, take: Take, a: Field, b: Field) -> bool:
        match take:
            case Take.ACTORS | Take.LEADS | Take.RECORDS:
                known = self.names | self.same
                second = {"=".join(known.get(part, part) for part in word.split("=")) for word in b.words}
                return set(a.words) == second and bool(a.words or _meet(a.spans, b.spans))
            case Take.TIMES:
                dated = days(a, self.first) or days(b, self.second)
                return self._days(a, b) if dated else _meet(a.spans, b.spans)
            case Take.NUMBER | Take.CHANNEL:
                return a.words == b.words
            case Take.STATE | Take.FLAG:
                return True
        label = _content(a, self.first), _content(b, self.second)
        common = label[0] & label[1]
        return _meet(a.spans, b.spans) or bool(common and 2 * len(common) >= min(map(len, label)))

    def _written(self, field: Field | None, document: Document) -> str:
        if field is None:
            return "—"
        words = [*field.words, *(f"‘{span.of(document.text)}’" for span in field.spans)]
        return " ".join([field.name, *words, *([f"= {field.label}"] if field.label else [])])


HEADS = {"s": ("mode", "act"), "m": ("kind", "status"), "p": ("stance",), "c": ("operator",), "i": ("kind",)}
"""Names of the closed values in the head of a record."""


def _meet(first: Sequence[Span], second: Sequence[Span]) -> bool:
    """True when the cited words share at least half of the shorter side."""
    a, b = points(first), points(second)
    return bool(a & b) and 2 * len(a & b) >= min(len(a), len(b))


def _content(field: Field, document: Document) -> set[str]:
    """The words that carry the meaning of a label and of what is cited with it."""
    written = " ".join([field.label or "", *(span.of(document.text) for span in field.spans)])
    return {word.strip(".,'’\"“”") for word in written.casefold().split()} - _PLAIN


def _days(value: str) -> object:
    told = when(value, "")
    return (told.start, told.end) if told else value


def _shown(find: Find, document: Document) -> str:
    """A find in words, for reading."""
    spans = find.record.spans(CITED[find.name[0]][0]) if find.record else ()
    words = " … ".join(span.of(document.text) for span in spans)
    if not words and find.cited:
        words = document.text[min(find.cited) : max(find.cited) + 1]
    return f"{find.name} {' '.join(find.values)} ‘{' '.join(words.split())}’".strip()


def unlike(corpus: Path) -> Iterator[Path]:
    """The files of further annotations whose text without marks is not that of the first, letter for letter."""
    for first, second in (*doubles(corpus), *doubles(corpus, THIRD)):
        mine = {name: (document.headers, document.text) for name, document in first.reports}
        for name, document in second.reports:
            if mine.get(name) != (document.headers, document.text):
                yield second.path / f"{name}.txt"


def table(sums: Sums) -> str:
    """F1 per kind, then the share of matched finds that agree on each value and field, as lines."""
    lines = [f"{'kind':22} first second  both    F1"]
    kinds = [*(kind.name for kind in KINDS.values()), *SORTS]
    lines += [f"{k:22} {sums.first[k]:5} {sums.second[k]:6} {sums.both[k]:5} {sums.f1(k):5.2f}" for k in kinds]
    lines += ["", f"{'kind':22} {'value or field':16} told alike share"]
    for kind, field in _in_order(sums):
        told, alike = sums.told[kind, field], sums.alike[kind, field]
        lines.append(f"{kind:22} {field:16} {told:4} {alike:5} {sums.share(kind, field):5.2f}")
    return "\n".join(lines)


def _in_order(sums: Sums) -> Iterator[tuple[str, str]]:
    """Kinds as they stand in `KINDS`; in each the closed values, the fields, then what is counted over its states."""
    for letter, kind in KINDS.items():
        names = (*HEADS[letter], *kind.fields, "states", "day of a state")
        yield from ((kind.name, name) for name in names if (kind.name, name) in sums.told)
    yield from ((sort, "value") for sort in SORTS if (sort, "value") in sums.told)


def listed(sums: Sums) -> str:
    """Every difference as one line, report by report."""
    return "\n".join(f"{d.report} {d.kind} {d.field}: {d.first} | {d.second}" for d in sums.differences)
