"""Issues as they are recorded, those of the same words together, and where each party stands on each of them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from sqlite3 import Row

from pourparler.faces.web.listing import Where
from pourparler.faces.web.part import among
from pourparler.faces.web.visit import Visit
from pourparler.text.lemmas import lemma

COLUMNS = 8
"""Parties in the matrix: those of most positions; the list has all."""

FEW = 3
"""Reports that are named as the source of where somebody stands; the position itself names all."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ARTICLES = frozenset({"a", "an", "the"})


@lru_cache(maxsize=65_536)
def issue_key(issue: str) -> str:
    """What two issues of the same words have in common: no capitals, no articles, every word in the singular.

    Nothing more is put together: what is one issue in other words is told apart until the record says otherwise.
    """
    words = [word.casefold() for word in _WORD.findall(issue)]
    kept = [lemma(word, "NOUN") for word in words if word not in _ARTICLES]
    return " ".join(kept) or issue.casefold().strip()


@dataclass
class Stand:
    """Where a party stands on an issue: its position taken last (undated ones count as earlier), how many there are,
    and, where that one moved away from another, the row of the other; `tellers` are the first FEW reports that tell it.
    """

    latest: Row
    positions: int = 1
    before: Row | None = None
    tellers: tuple[str, ...] = ()


@dataclass
class Issue:
    """An issue: the wording that most positions have, all wordings, accounts of all positions, a stand of each party
    (None: whose it is was not told)."""

    name: str
    wordings: Counter[str] = field(default_factory=Counter)
    accounts: int = 0
    stands: dict[str | None, Stand] = field(default_factory=dict)


def issues_of(visit: Visit, where: Where) -> list[Issue]:
    """The issues of the positions that are asked for, those of most accounts first."""
    rows = visit.snapshot.rows(
        f"SELECT seq, id, party, issue, status, day, moved_from, accounts FROM entries {where.sql} ORDER BY seq",
        *where.values,
    )
    found: dict[str, Issue] = {}
    for row in rows:
        issue = found.setdefault(issue_key(row["issue"]), Issue(row["issue"]))
        issue.wordings[row["issue"]] += 1
        issue.accounts += row["accounts"]
        known = issue.stands.get(row["party"])
        if known is None:
            issue.stands[row["party"]] = Stand(row)
            continue
        known.positions += 1
        if (row["day"] or "") >= (known.latest["day"] or ""):
            known.latest = row
    for issue in found.values():
        issue.name = issue.wordings.most_common(1)[0][0]
    return sorted(found.values(), key=lambda issue: (-issue.accounts, issue.name.casefold()))


def with_movement(visit: Visit, issues: Sequence[Issue]) -> None:
    """Tell the stands of these issues in full: every column of the latest position, and what it moved from."""
    stands = [stand for issue in issues for stand in issue.stands.values()]
    rows = among(visit.snapshot, "SELECT * FROM entries", "seq", [stand.latest["seq"] for stand in stands])
    whole = {row["seq"]: row for row in rows}
    moved = [stand.latest["moved_from"] for stand in stands if stand.latest["moved_from"]]
    before = {row["id"]: row for row in among(visit.snapshot, "SELECT * FROM entries", "id", moved)}
    tellers = _tellers(visit, list(whole))
    for stand in stands:
        stand.tellers = tellers.get(stand.latest["seq"], ())
        stand.latest = whole[stand.latest["seq"]]
        stand.before = before.get(stand.latest["moved_from"])


def _tellers(visit: Visit, seqs: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The names of the first FEW reports that tell each entry, by day of publication; undated ones last."""
    query = "SELECT t.seq, r.name, r.published FROM entry_reports t JOIN reports r ON r.seq = t.report"
    found: dict[int, list[str]] = {}
    for row in sorted(
        among(visit.snapshot, query, "t.seq", seqs), key=lambda one: (one["published"] or "~", one["name"])
    ):
        found.setdefault(row["seq"], []).append(row["name"])
    return {seq: tuple(names[:FEW]) for seq, names in found.items()}


def parties_of(issues: Iterable[Issue]) -> list[str | None]:
    """The parties that stand anywhere on these issues, those of most positions first, the unknown one last."""
    counted: Counter[str | None] = Counter()
    for issue in issues:
        for party, stand in issue.stands.items():
            counted[party] += stand.positions
    return sorted(counted, key=lambda party: (party is None, -counted[party], party or ""))


def wordings_of(visit: Visit, issue: str) -> list[str]:
    """Every wording that positions have of an issue, the one asked for among them."""
    key = issue_key(issue)
    rows = visit.snapshot.rows("SELECT DISTINCT issue FROM entries WHERE kind = 'position'")
    return [row["issue"] for row in rows if issue_key(row["issue"]) == key]
