"""The trained reader on GUM: who and what is named, as what, and who is meant again.

Mentions in GUM are all referring phrases, pronouns among them, one inside another. A mention is right when words and
kind are the same (*exact*), when the words are (*span*), or when the word that heads it and the kind are (*head*).
The reader names at most one mention a head word, so that "A" and "A and B" cannot both be found; `reach` is the share
of mentions that this leaves. Who is meant again is scored on the mentions that the reader found, by their exact words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bench.coreference import METRICS, Cluster, Share, conll, shares
from bench.gum import PRESS, Document, Mention, groups

if TYPE_CHECKING:
    from pourparler.encoder.analysis import Analysis

WAYS = ("exact", "span", "head")
Named = tuple[int, int, int, str, int | None]
"""A mention that was found: words `[first, last)`, head word, kind, head word of the mention before it of the same."""


def named(analysis: Analysis) -> list[Named]:
    """The mentions that the trained reader found, by head word; of two with the same words the first."""
    once = {(m.first, m.last): m for m in sorted(analysis.mentions, key=lambda m: m.head, reverse=True)}
    return [(m.first, m.last, m.head, m.kind, m.before) for m in sorted(once.values(), key=lambda m: m.head)]


def tally(gold: Iterable[Mention], found: Iterable[Named]) -> Counter[str]:
    """Right, found and gold mentions by way of matching, and exact ones by kind ("kind person")."""
    count: Counter[str] = Counter()
    mine, theirs = list(gold), list(found)
    for way in WAYS:
        key = Counter(_of(way, (m.first, m.last, m.head, m.kind)) for m in mine)
        _add(count, way, key, Counter(_of(way, m[:4]) for m in theirs))
    for kind in {m.kind for m in mine} | {m[3] for m in theirs}:
        key = Counter((m.first, m.last) for m in mine if m.kind == kind)
        _add(count, f"kind {kind}", key, Counter((m[0], m[1]) for m in theirs if m[3] == kind))
    count["reach"] = len({m.head for m in mine})
    return count


def _of(way: str, mention: tuple[int, int, int, str]) -> Hashable:
    """What two mentions must share to be the same in one of `WAYS`."""
    first, last, head, kind = mention
    if way == "head":
        return head, kind
    return (first, last, kind) if way == "exact" else (first, last)


def _add(count: Counter[str], name: str, key: Counter[Hashable], told: Counter[Hashable]) -> None:
    count[f"{name} right"] += (key & told).total()
    count[f"{name} found"] += told.total()
    count[f"{name} gold"] += key.total()


def prf(count: Counter[str], name: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of one way or kind, in percent."""
    right, found, gold = (count[f"{name} {part}"] for part in ("right", "found", "gold"))
    return 100 * right / max(1, found), 100 * right / max(1, gold), 200 * right / max(1, found + gold)


def key_clusters(document: Document) -> list[Cluster]:
    """The clusters of a document as GUM has them; a mention is its words."""
    by: dict[str, set[Hashable]] = {}
    for mention in document.mentions:
        by.setdefault(mention.group, set()).add((mention.first, mention.last))
    return [frozenset(members) for members in by.values()]


def response_clusters(found: Sequence[Named]) -> list[Cluster]:
    """The clusters that follow from who each mention found is said to be again."""
    cluster_of: dict[int, set[Hashable]] = {}
    every = []
    for first, last, head, _, before in sorted(found, key=lambda m: m[2]):
        cluster = cluster_of.get(before) if before is not None else None
        if cluster is None:
            cluster = set()
            every.append(cluster)
        cluster.add((first, last))
        cluster_of[head] = cluster
    return [frozenset(cluster) for cluster in every]


def coreference(found: Sequence[Document], read: Sequence[Sequence[Named]], singletons: bool) -> list[dict[str, Share]]:
    """The shares of each document."""
    return [
        shares(key_clusters(document), response_clusters(one), singletons)
        for document, one in zip(found, read, strict=True)
    ]


def together(parts: Sequence[dict[str, Share]]) -> dict[str, Share]:
    """The shares of several documents as one."""
    return {metric: sum((part[metric] for part in parts), Share()) for metric in METRICS}


def figures(found: Sequence[Document], read: Sequence[Sequence[Named]]) -> dict[str, float]:
    """The figures that have floors, in percent: F1 of mentions, CoNLL with and without singletons."""
    count: Counter[str] = sum(map(_tally_of, found, read), Counter())
    told = {f"mentions {way} f1": prf(count, way)[2] for way in WAYS}
    for name, singletons in (("conll", True), ("conll, no singletons", False)):
        told[name] = conll(together(coreference(found, read, singletons)))
    return {name: round(value, 2) for name, value in told.items()}


def _tally_of(document: Document, one: Sequence[Named]) -> Counter[str]:
    return tally(document.mentions, one)


def from_text(document: Document) -> tuple[Document, list[Named]]:
    """A document read from its text alone, in the package's own words and sentences: the gold and what was found, both
    counted in offsets instead of words."""
    from bench.trees import seen_text

    analysis = seen_text(document.text)
    own, places = analysis.words, document.words
    told = [
        Mention(places[m.first][0], places[m.last - 1][1], places[m.head][0], m.kind, m.group)
        for m in document.mentions
    ]
    found = [
        (own[first][0], own[last - 1][1], own[head][0], kind, None if before is None else own[before][0])
        for first, last, head, kind, before in named(analysis)
    ]
    return replace(document, mentions=tuple(told)), found


def _from_text(found: Sequence[Document]) -> list[str]:
    """A table of what the reader does when it has to find words and sentences itself."""
    pairs = [from_text(document) for document in found]
    lines = ["from the text alone | exact / span / head F1 | CoNLL | CoNLL, no singletons", "---|---|---|---"]
    for group in (" + ".join(PRESS), "all"):
        chosen = [pairs[n] for n in groups(found)[group]]
        told = list(figures([document for document, _ in chosen], [one for _, one in chosen]).values())
        lines.append(f"{group} | {' / '.join(f'{v:.1f}' for v in told[:3])} | {told[3]:.1f} | {told[4]:.1f}")
    return lines


def tables(found: Sequence[Document], read: Sequence[Analysis]) -> list[str]:
    """Tables for the documents of one split: mentions by genre and by kind, who is meant again by genre, and the whole
    once more from the text alone."""
    mentions = [named(one) for one in read]
    counts = list(map(_tally_of, found, mentions))
    whole = [coreference(found, mentions, singletons) for singletons in (True, False)]
    return [*_by_genre(found, counts), "", *_by_kind(counts), "", *_by_metric(found, whole), "", *_from_text(found)]


def _by_genre(found: Sequence[Document], counts: Sequence[Counter[str]]) -> list[str]:
    lines = ["mentions | gold | reach | exact P / R / F1 | span F1 | head F1", "---|---|---|---|---|---"]
    for group, numbers in groups(found).items():
        count: Counter[str] = sum((counts[n] for n in numbers), Counter())
        gold = count["exact gold"]
        exact = " / ".join(f"{value:.1f}" for value in prf(count, "exact"))
        others = " | ".join(f"{prf(count, way)[2]:.1f}" for way in ("span", "head"))
        lines.append(f"{group} | {gold} | {100 * count['reach'] / max(1, gold):.1f} | {exact} | {others}")
    return lines


def _by_kind(counts: Sequence[Counter[str]]) -> list[str]:
    whole: Counter[str] = sum(counts, Counter())
    kinds = {name.split()[1]: n for name, n in whole.items() if name.startswith("kind ") and name.endswith(" gold")}
    lines = ["kind, all genres | gold | exact P / R / F1", "---|---|---"]
    for kind in sorted(kinds, key=lambda k: -kinds[k]):
        lines.append(f"{kind} | {kinds[kind]} | {' / '.join(f'{v:.1f}' for v in prf(whole, f'kind {kind}'))}")
    return lines


def _by_metric(found: Sequence[Document], whole: Sequence[Sequence[dict[str, Share]]]) -> list[str]:
    lines = [
        "who is meant again | CoNLL | MUC / B³ / CEAFe | CoNLL, no singletons | MUC / B³ / CEAFe",
        "---|---|---|---|---",
    ]
    for group, numbers in groups(found).items():
        cells = [group]
        for parts in whole:
            told = together([parts[n] for n in numbers])
            cells += [f"{conll(told):.1f}", " / ".join(f"{told[metric].f1:.1f}" for metric in METRICS)]
        lines.append(" | ".join(cells))
    return lines
