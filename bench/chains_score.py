"""Chains of events on ECB+ over gold mentions: the record's way of merging beside the same head lemma, in one run.

All mentions of events count (tags ACTION_* and NEG_ACTION_*), those without a chain as chains of their own, and all
reports of a side lie in one heap: nobody says which topic a report is of. Figures in percent (bench/coreference.py).
The second block knows the gold parts of topics (two events of one sort), for every system; the third counts no chain
of one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from bench.chains import ecb, fitting, merge
from bench.chains.told import Reading, Told, read
from bench.chains.traits import Comparison
from bench.coreference import METRICS, Cluster, Share, conll, shares
from bench.mentions_score import together
from bench.places import Missing, shared
from pourparler.record.merging.weights import Weights

Partitions = dict[str, merge.Partition]
Run = tuple[Reading, Partitions, merge.Scored]
BASELINE, STRONGER, OURS = "same head lemma", "same head lemma, reports alike", "weighed traits"


def report(side: str) -> str:
    """The table of one side. On "dev" the weights are those of the other groups of topics, each group in turn; on
    "test" those that are kept. Raises Missing without ECB+ and for another side, ModelError without the reader's
    model."""
    if side not in ecb.SIDES:
        raise Missing(f"ECB+ has no side {side!r} here. Its sides are: {', '.join(ecb.SIDES)}.")
    runs = [partitions(read(_test()), merge.load_weights())] if side == "test" else _in_turn()
    lines = []
    for title, key_of, singletons in (
        ("all reports in one heap", None, True),
        ("parts of topics known", _part, True),
        ("all reports in one heap, chains of one not counted", None, False),
    ):
        lines += ["", f"{title} | MUC P / R / F1 | B³ P / R / F1 | CEAFe P / R / F1 | CoNLL", "---|---|---|---|---"]
        for name in (BASELINE, STRONGER, OURS):
            found = together([_shares(reading, of[name], key_of, singletons) for reading, of, _ in runs])
            cells = [_cell(found[metric]) for metric in METRICS]
            lines.append(" | ".join([name, *cells, f"{conll(found):.1f}"]))
    return "\n".join([_counts([reading for reading, _, _ in runs]), *lines, "", *_outcomes(runs)])


def floor_figures() -> dict[str, float]:
    """CoNLL of the chains put together on the test side in one heap, and how far it lies above either baseline."""
    reading, found, _ = partitions(read(_test()), merge.load_weights())
    reached = {name: conll(_shares(reading, of, None, True)) for name, of in found.items()}
    return {
        "conll": reached[OURS],
        "conll above same head lemma": reached[OURS] - reached[BASELINE],
        "conll above same head lemma, reports alike": reached[OURS] - reached[STRONGER],
    }


def _test() -> list[ecb.Report]:
    return ecb.reports(shared("data", "events", "ecbplus.jsonl"), "test")


def _in_turn() -> list[Run]:
    """The groups of development topics, each put together with the weights of the others."""
    readings = [read(group) for group in fitting.folds()]
    examples = [fitting.examples(reading, Comparison(reading)) for reading in readings]
    return [
        partitions(reading, fitting.fit(examples[:number] + examples[number + 1 :]))
        for number, reading in enumerate(readings)
    ]


def partitions(reading: Reading, weights: Weights) -> Run:
    """The chains of each system, and the scores that ours come from."""
    comparison = Comparison(reading)
    scored = merge.score(comparison, weights)
    found = {
        BASELINE: merge.same_head(reading),
        STRONGER: merge.same_head_in_alike(reading, comparison),
        OURS: merge.merge(len(reading.told), scored),
    }
    return reading, found, scored


def _outcomes(runs: Sequence[Run]) -> list[str]:
    """How often two mentions that are the same, different, or for a person to say, by their score alone, are one."""
    counts = {name: [0, 0] for name in ("same", "ask", "different")}
    for reading, _, scored in runs:
        chains = _gold(reading)
        for (one, other), found in zip(scored.pairs, scored.scores, strict=True):
            name = "same" if found > merge.SURE else "ask" if found > merge.DOUBTFUL else "different"
            counts[name][0] += chains[one] == chains[other]
            counts[name][1] += 1
    lines = ["two mentions by their score | pairs | of one event", "---|---|---"]
    return lines + [f"{name} | {of} | {100 * right / max(1, of):.1f} %" for name, (right, of) in counts.items()]


def _gold(reading: Reading) -> list[Hashable]:
    """The chain of each mention; one without is a chain by itself."""
    return [mention.chain or (of.name, number) for of in reading.reports for number, mention in enumerate(of.events)]


def _part(reading: Reading, told: Told) -> Hashable:
    """The part of the topic that a mention's report is of."""
    of = reading.reports[told.report]
    return of.topic, of.part


def _shares(
    reading: Reading,
    partition: merge.Partition,
    key_of: Callable[[Reading, Told], Hashable] | None,
    singletons: bool,
) -> dict[str, Share]:
    """The shares of one run; with `key_of`, chains are cut where it tells mentions apart."""
    cuts = [key_of(reading, told) if key_of else None for told in reading.told]
    response = list(zip(partition, cuts, strict=True))
    return shares(_clusters(reading, _gold(reading)), _clusters(reading, response), singletons)


def _clusters(reading: Reading, labels: Sequence[Hashable]) -> list[Cluster]:
    found: dict[Hashable, set[Hashable]] = {}
    for told, label in zip(reading.told, labels, strict=True):
        found.setdefault(label, set()).add(told.key)
    return [frozenset(members) for members in found.values()]


def _cell(found: Share) -> str:
    return f"{found.precision:.1f} / {found.recall:.1f} / {found.f1:.1f}"


def _counts(readings: Sequence[Reading]) -> str:
    """How much was read."""
    reports = [report for reading in readings for report in reading.reports]
    mentions = [mention for report in reports for mention in report.events]
    chains = {mention.chain for mention in mentions if mention.chain}
    alone = sum(mention.chain is None for mention in mentions)
    return f"{len(reports)} reports, {len(mentions)} mentions of events, {len(chains)} chains, {alone} mentions alone"
