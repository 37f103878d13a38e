"""A folder of the corpus: one negotiation with its cast, its reports, the links between their accounts, its issues."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from pourparler.core.errors import InputError
from training.corpus.document import cast, load
from training.corpus.issues import Labels, labels
from training.corpus.model import Actor, Document, MarkupError

REPORT = re.compile(r"\d\d\.txt")
SPLITS = ("train", "dev", "test")
_ACCOUNT = re.compile(r"(\d\d)\.([mpci][1-9]\d*)")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong where, and what to do; `hint` marks what may be right all the same."""

    path: Path
    line: int
    what: str
    todo: str = ""
    hint: bool = False

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {'hint: ' if self.hint else ''}{self.what} {self.todo}".rstrip()


@dataclass(frozen=True, slots=True)
class Entry:
    """Accounts of one and the same meeting, position, condition or instrument, as `(report, record)` pairs."""

    id: str
    members: tuple[tuple[str, str], ...]
    title: str
    line: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """Readings of one field of an entry that cannot all be right, each with the accounts that give it."""

    entry: str
    field: str
    readings: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Links:
    """What joins the reports of a negotiation; `copies` are groups of reports with one text behind them."""

    entries: tuple[Entry, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Negotiation:
    """One negotiation, read."""

    path: Path
    cast: tuple[Actor, ...]
    reports: tuple[tuple[str, Document], ...]
    links: Links
    problems: tuple[Problem, ...]
    labels: Labels = field(default_factory=Labels)
    """How a person sorted its phrases into issues; without groups where nobody did."""

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.path.name


def negotiations(corpus: Path) -> list[Negotiation]:
    """Every negotiation of a corpus folder, or the one that is given; InputError when there is none."""
    folders = [corpus] if (corpus / "cast.txt").exists() else sorted(path.parent for path in corpus.glob("*/cast.txt"))
    if not folders:
        raise InputError(f"No negotiation lies in {corpus}.", "Give the folder corpus, or one of those below it.")
    return [_negotiation(folder) for folder in folders]


def _negotiation(folder: Path) -> Negotiation:
    problems: list[Problem] = []

    def note(path: Path, wrong: list[MarkupError]) -> None:
        problems.extend(Problem(path, error.line, error.what, error.todo) for error in wrong)

    actors, wrong = cast((folder / "cast.txt").read_text(encoding="utf-8"))
    note(folder / "cast.txt", wrong)
    reports: list[tuple[str, Document]] = []
    for path in sorted(path for path in folder.iterdir() if REPORT.fullmatch(path.name)):
        try:
            found, wrong = load(path)
        except MarkupError as error:
            note(path, [error])
        else:
            note(path, wrong)
            reports.append((path.stem, found))
    file = folder / "links.txt"
    joined, wrong = links(file.read_text(encoding="utf-8")) if file.exists() else (Links(), [])
    note(file, wrong)
    file = folder / "issues.txt"
    issues, wrong = labels(file.read_text(encoding="utf-8")) if file.exists() else (Labels(), [])
    note(file, wrong)
    return Negotiation(folder, tuple(actors), tuple(reports), joined, tuple(problems), issues)


def links(written: str) -> tuple[Links, list[MarkupError]]:
    """The links of a file, one a line, and what is wrong in it.

    `M1 = 01.m1 02.m3 | title`, `dispute M1 field | value 01.m1 | value 02.m3`, `copies 01 04`.
    """
    entries: list[Entry] = []
    disputes: list[Dispute] = []
    copies: list[tuple[str, ...]] = []
    wrong: list[MarkupError] = []
    for line, raw in enumerate(written.split("\n"), 1):
        first, *rest = (part.strip() for part in raw.split("|"))
        words = first.split()
        if not words or raw.startswith("#"):
            continue
        if words[0] == "copies" and len(words) > 2 and not rest:
            copies.append(tuple(words[1:]))
        elif words[0] == "dispute" and len(words) > 2 and len(rest) > 1:
            readings = tuple((_ACCOUNT.sub("", part).strip(), _accounts(part)) for part in rest)
            disputes.append(Dispute(words[1], " ".join(words[2:]), readings, line))
        elif re.fullmatch(r"[MPCI][1-9]\d* = .+", first) and len(_accounts(first)) == len(words) - 2:
            entries.append(Entry(words[0], _accounts(first), " ".join(rest), line))
        else:
            todo = "Write M1 = 01.m1 02.m1 | title, or dispute M1 field | value 01.m1 | value 02.m1, or copies 01 02."
            wrong.append(MarkupError(line, f"'{raw}' is no link.", todo))
    return Links(tuple(entries), tuple(disputes), tuple(copies)), wrong


def _accounts(written: str) -> tuple[tuple[str, str], ...]:
    return tuple((found[1], found[2]) for found in _ACCOUNT.finditer(written))


def split(corpus: Path) -> dict[str, str]:
    """The side of every negotiation, from lines `train: name name …` of split.txt; InputError when it is amiss."""
    sides: dict[str, str] = {}
    for line in (corpus / "split.txt").read_text(encoding="utf-8").splitlines():
        side, _, names = line.partition(":")
        if not line.strip() or line.startswith("#"):
            continue
        for name in names.split():
            if side not in SPLITS or name in sides:
                raise InputError(f"split.txt: '{name}' stands twice, or on a side '{side}'.", f"Sides: {SPLITS}.")
            sides[name] = side
    return sides
