"""Who is shown as a party, against the casts of the annotated corpus: how many of those shown are parties there, and
how many of the parties that its entries name are shown once, under one name."""

import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from bench.corpus_score import negotiations_of
from bench.record_score import export
from pourparler.text.gazetteer import fold
from training.corpus import gold
from training.corpus.negotiation import Negotiation

Row = dict[str, Any]


class Sort(StrEnum):
    """What something shown as a party is in the cast."""

    PARTY = "a party"
    BODY = "a body that speaks for a party"
    PERSON = "a person"
    OUTLET = "an outlet"
    PLACE = "a place"
    NOBODY = "nobody of the cast"


@dataclass(frozen=True, slots=True)
class Shown:
    """A name shown as a party: what it is, and the actor of the cast that is meant, where there is one."""

    name: str
    sort: Sort
    actor: str | None
    entries: int


@dataclass(frozen=True, slots=True)
class Count:
    """What is shown of one negotiation: all names, and the parties that its gold has sides of entries for."""

    shown: tuple[Shown, ...]
    parties: tuple[str, ...]

    @property
    def right(self) -> int:
        """Names shown that are parties of the cast, another name of one that is there already left out."""
        return len({one.actor for one in self.shown if one.sort is Sort.PARTY})

    @property
    def once(self) -> int:
        """Parties of the gold that are shown under exactly one name."""
        names = Counter(one.actor for one in self.shown if one.sort is Sort.PARTY)
        return sum(names[party] == 1 for party in self.parties)


def count(shown_in: Mapping[str, int], truth: Row, found: Negotiation) -> Count:
    """What is shown as a party, by name with its number of entries, against the gold of a negotiation and its cast."""
    sorts = _sorts(truth, found)
    owners = _owners(truth, found)
    shown = []
    for name, entries in sorted(shown_in.items()):
        actor = owners.get(_key(name))
        shown.append(Shown(name, sorts[actor] if actor else Sort.NOBODY, actor, entries))
    parties = {name for name in sides(truth) if sorts.get(name) is Sort.PARTY}
    return Count(tuple(shown), tuple(sorted(parties)))


def parties_of(path: Path) -> dict[str, int]:
    """Whom a record file shows as parties, by its own commands: sides of entries with how many, and whoever else stands
    in `issues` or `burden`, with none."""
    record, issues, burden = (_asked(path, *words) for words in COMMANDS)
    loads, nobody = burden["parties"], burden["asked_of_nobody"]
    others = [
        *issues["parties"],
        *(one["party"] for one in loads),
        *(name for one in nobody for name in one["concerned"]),
    ]
    return dict.fromkeys(others, 0) | dict(sides(record))


COMMANDS = (("export", "--format", "json"), ("issues", "--json"), ("burden", "--json"))


def _asked(path: Path, *words: str) -> Row:
    call = [sys.executable, "-m", "pourparler", words[0], "--record", str(path), *words[1:]]
    done = subprocess.run(call, check=True, capture_output=True)
    answer: Row = json.loads(done.stdout)
    return answer


def sides(record: Row) -> Mapping[str, int]:
    """Who has a side in the entries of a record, with in how many; a person counts as whom he represents."""
    represents = {one["name"]: one["represents"] for one in record["actors"]}
    counts: Counter[str] = Counter()
    for name in _named(record):
        counts[represents.get(name) or name] += 1
    return counts


def _named(record: Row) -> Iterator[str]:
    for one in record["positions"]:
        yield from filter(None, [one["party"] or one["voiced_by"]])
    for one in record["conditions"]:
        yield from filter(None, [one["party"] or one["voiced_by"]])
    for one in (*record["instruments"], *record["meetings"]):
        yield from one["parties"]


def _key(name: str) -> str:
    return fold(name).casefold().removeprefix("the ")


def _sorts(truth: Row, found: Negotiation) -> dict[str, Sort]:
    """What every actor of the cast is, by name; who speaks for nobody else, and is no person, is a party."""
    outlets = {_key(name) for _, document in found.reports if (name := document.header("outlet"))}
    sorts: dict[str, Sort] = {one.name: Sort.PLACE for one in found.cast if one.kind == "place"}
    for one in truth["actors"]:
        body = Sort.BODY if one["represents"] else Sort.OUTLET if _key(one["name"]) in outlets else Sort.PARTY
        sorts[one["name"]] = Sort.PERSON if one["kind"] == "person" else body
    return sorts


def _owners(truth: Row, found: Negotiation) -> dict[str, str]:
    """The actor of the cast that each name or wording stands for: names before the wordings of the reports, where these
    are of one actor only."""
    wordings: defaultdict[str, set[str]] = defaultdict(set)
    for one in truth["actors"]:
        for words in one["aliases"]:
            wordings[_key(words)].add(one["name"])
    owners = {words: next(iter(names)) for words, names in wordings.items() if len(names) == 1}
    for place in found.cast:
        if place.kind == "place":
            owners.setdefault(_key(place.name), place.name)
    return owners | {_key(one["name"]): one["name"] for one in truth["actors"]}


def counts(side: str, reader: str = "trained") -> Iterator[tuple[str, Count]]:
    """The count of every negotiation of one side of the split, by name."""
    for found in negotiations_of(side):
        with tempfile.TemporaryDirectory() as folder:
            reports, out = Path(folder) / "reports.jsonl", Path(folder) / "record.json"
            reports.write_text("".join(json.dumps(row) + "\n" for row in gold.reports(found)), encoding="utf-8")
            export(reports, out, reader)
            yield found.name, count(parties_of(out.with_suffix(".db")), gold.gold(found), found)


def figures(found: Sequence[Count]) -> dict[str, float]:
    """The share of the parties shown that are parties of the cast, and of the gold's parties that are shown once."""
    shown = sum(len(one.shown) for one in found)
    parties = sum(len(one.parties) for one in found)
    return {
        "parties right": round(sum(one.right for one in found) / max(1, shown), 3),
        "parties shown once": round(sum(one.once for one in found) / max(1, parties), 3),
    }


def report(side: str, reader: str = "trained", show: bool = False) -> str:
    """The figures of one side of the split as lines; with `show`, every name that is wrong,
    but never of the test side."""
    found = list(counts(side, reader))
    wrong = lines(found) if show and side != "test" else ()
    told = figures([one for _, one in found])
    return "\n".join((*wrong, *(f"{name:26} {value:.3f}" for name, value in told.items())))


def lines(found: Iterable[tuple[str, Count]]) -> Iterator[str]:
    """Every name shown that is no party of the cast or another name of one, and every party that is not shown."""
    for name, of in found:
        names: defaultdict[str | None, list[str]] = defaultdict(list)
        for one in of.shown:
            names[one.actor].append(one.name)
            if one.sort is not Sort.PARTY:
                yield f"{name}: {one.name} is {one.sort.value} ({one.entries} entries)"
        for actor, several in names.items():
            if actor in of.parties and len(several) > 1:
                yield f"{name}: {actor} is shown as {', '.join(several)}"
        for party in of.parties:
            if party not in names:
                yield f"{name}: {party} is not shown"
