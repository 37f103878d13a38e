"""Words, addresses and values of a network: its edges, its windows, and what it leaves out."""

from collections.abc import Iterator, Mapping, Sequence

from pourparler.case.networks.windows import Span
from pourparler.faces.export.history import day_value
from pourparler.faces.system.edges import counts_values, gaps_values
from pourparler.faces.system.scenes import Choice, Kind, Scene, Sense, Strand
from pourparler.faces.system.spans import span_words
from pourparler.faces.web.page import Table
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.names import some

NAMES: Mapping[Kind, str] = {
    Kind.DIFFERENCE: "Agreement less disagreement",
    Kind.AGREEMENT: "Agreement",
    Kind.DISAGREEMENT: "Disagreement",
    Kind.CONTACTS: "Who met whom",
    Kind.ISSUES: "Actors with issues",
}
"""What the kinds of networks are called."""

BETWEEN: Mapping[Kind, str] = {
    Kind.DIFFERENCE: "Who says more of the same, and who more of the opposite",
    Kind.AGREEMENT: "Who says the same of the same issues",
    Kind.DISAGREEMENT: "Who says the opposite of the same issues",
    Kind.CONTACTS: "Who met whom",
    Kind.ISSUES: "Who agrees with which issues, and who does not",
}

DNA: Mapping[Kind, str] = {
    Kind.DIFFERENCE: "congruence less conflict",
    Kind.AGREEMENT: "congruence",
    Kind.DISAGREEMENT: "conflict",
    Kind.ISSUES: "two-mode network",
}
"""What the Discourse Network Analyzer calls them."""

COLUMNS = (
    "one", "other", "weight", "agreeing", "differing", "conditional", "issues", "statements", "meetings", "disputed",
    "accounts", "reports", "sources", "first", "last", "voices",
)  # fmt: skip


def noun_of(choice: Choice) -> str:
    """What stands behind an edge."""
    return "meeting" if choice.kind is Kind.CONTACTS else "statement"


def edge_address(visit: Visit, strand: Strand, span: Span | None) -> str:
    """The page of an edge in a window, with the same choices."""
    asked: dict[str, object] = {name: value for name, value in visit.asked.items() if name not in ("as_of", "page")}
    asked |= {"window": span_words(span) if span else None, "one": strand.one, "other": strand.other}
    return visit.to("/network/edge", **asked)


def issue_pages(visit: Visit) -> dict[str, str]:
    """The page of every issue, by the name that networks call it by."""
    return {one.name: visit.to(f"/issues/{one.id}") for one in reversed(visit.asking.issues.issues)}


def number_words(weight: float) -> str:
    """A weight as it is shown: whole where it is whole, else with three digits; below nothing with a true minus."""
    told = f"{weight:g}" if float(weight).is_integer() else f"{weight:.3f}"
    return told.replace("-", "−")


def strand_words(strand: Strand, choice: Choice, sourced: bool = True) -> str:
    """An edge in a few words: both ways, and what stands behind it, its sources too where it is `sourced`."""
    sources = f", {some(strand.counts.sources, 'source')}" if sourced else ""
    if strand.sense is Sense.MET:
        return f"{some(strand.times, 'meeting')}{sources}"
    if choice.kind is Kind.ISSUES:
        ways = [f"agrees {number_words(strand.agreeing or 0)}", f"disagrees {number_words(strand.differing or 0)}"]
        ways += [f"conditional {strand.conditional}"] if strand.conditional else []
        return f"{', '.join(ways)}; {some(strand.times, 'statement')}{sources}"
    same, opposite = number_words(strand.agreeing or 0), number_words(strand.differing or 0)
    on = some(len(strand.concepts), "issue")
    return f"{same} of the same, {opposite} of the opposite, on {on}; {some(strand.times, 'statement')}{sources}"


def strand_values(strand: Strand) -> dict[str, object]:
    """An edge as JSON, with the ids of what stands behind it."""
    met = strand.sense is Sense.MET
    return {
        "one": strand.one,
        "other": strand.other,
        "weight": strand.weight,
        "agreeing": strand.agreeing,
        "differing": strand.differing,
        "conditional": None if met else strand.conditional,
        "issues": list(strand.concepts),
        "statements": None if met else strand.times,
        "meetings": list(strand.meetings) if met else None,
        "disputed": strand.disputed if met else None,
        "counts": counts_values(strand.counts),
        "first": day_value(strand.first),
        "last": day_value(strand.last),
        "voices": {hearing.value: count for hearing, count in strand.voices},
        "positions": list(dict.fromkeys(one.position for one in strand.referrals)),
    }


def table_of(strands: Sequence[Strand]) -> Table:
    """Edges as rows of a CSV."""
    return Table(COLUMNS, _rows(strands))


def _rows(strands: Sequence[Strand]) -> Iterator[tuple[object, ...]]:
    for one in strands:
        values = {**strand_values(one), **counts_values(one.counts)}
        values["voices"] = [f"{hearing.value}: {count}" for hearing, count in one.voices]
        yield tuple(values[name] for name in COLUMNS)


def span_values(span: Span | None) -> dict[str, str] | None:
    """A window as JSON."""
    return {"first": span.first.isoformat(), "last": span.last.isoformat()} if span else None


def totals(scene: Scene) -> dict[str, object]:
    """What a window holds, in numbers; `agreeing` and `differing` are sums over the edges that are shown."""
    met = any(one.sense is Sense.MET for one in scene.strands)
    return {
        "window": span_values(scene.span),
        "times": scene.times,
        "actors": len(scene.actors),
        "edges": len(scene.strands),
        "below_floor": scene.below,
        "agreeing": None if met else sum(one.agreeing or 0 for one in scene.strands),
        "differing": None if met else sum(one.differing or 0 for one in scene.strands),
    }


def scene_values(scene: Scene) -> dict[str, object]:
    """What a network shows beside its edges."""
    tied = scene.tied
    return {
        "nodes": [{"name": name, "times": times, "tied": name in tied} for name, times in _sorted(scene.actors)],
        "issues": [{"name": name, "statements": times} for name, times in _sorted(scene.concepts)],
        "isolates": list(scene.isolates),
        "below_floor": scene.below,
        "left_out": gaps_values(scene.left_out),
    }


def _sorted(counted: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))
