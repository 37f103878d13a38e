"""How phrases are gathered into issues, against issues sorted by hand (`corpus/NAME/issues.txt`).

The record is made of the annotation, so that no slip of reading plays a part; it is merged and gathered as any other.
Every phrase that an account tells counts once, whatever the number of accounts: it is of the issues in which the record
shows its entry by that field. Figures are B-cubed for things that may be in several groups (Amigó et al. 2009, "A
comparison of extrinsic clustering evaluation metrics", section 6): of two phrases put together in `n` issues, and
together in `m` by hand, precision counts min(n, m) / n and recall min(n, m) / m; both are means over the phrases that
share an issue with a phrase (itself included), then over phrases. A phrase that the record puts into no issue is left
out of precision and counts 0 in recall. Phrases of no issue by hand are counted apart. Topics are measured likewise.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from bench.links_score import CORPUS, Tally, merged
from bench.places import Missing
from pourparler.case.issues.gathering import blocked_phrase, gather, names_in, required_phrase
from pourparler.case.issues.issue import Issue, Issues
from pourparler.case.issues.topics import topics_of
from pourparler.core.entry import CaseRecord, Condition, Instrument, Position
from pourparler.core.reading import ConditionFrame, InstrumentFrame, PositionFrame
from training.corpus import negotiation as corpus
from training.corpus.readings import annotated

SIDES = ("train", "dev")
Told = Position | Condition | Instrument
Groups = Mapping[str, frozenset[str]]
"""The names of the issues of each phrase."""


@dataclass(slots=True)
class Result:
    """Figures of one negotiation or several; `notes` say what was torn and what was mixed."""

    b_cubed: Tally = field(default_factory=Tally)
    alone: Tally = field(default_factory=Tally)
    """The same measure, had every phrase an issue of its own."""
    labelled: tuple[int, int] = (0, 0)
    """Issues by hand, and those of them that have two phrases at least."""
    found: tuple[int, int] = (0, 0)
    """Issues of the record that hold a phrase which is of an issue by hand, and those with two such at least."""
    kept: tuple[int, int] = (0, 0)
    """Phrases that are of no issue by hand: those that the record puts into one, and all."""
    notes: list[str] = field(default_factory=list)
    topics: Tally = field(default_factory=Tally)
    """The same measure of the topics that the issues are of (`case/issues/topics.py`)."""

    def add(self, other: "Result") -> None:
        """Put the figures of another negotiation to these."""
        self.b_cubed += other.b_cubed
        self.alone += other.alone
        self.topics += other.topics
        self.labelled = _sum(self.labelled, other.labelled)
        self.found = _sum(self.found, other.found)
        self.kept = _sum(self.kept, other.kept)
        self.notes += other.notes

    def line(self, name: str) -> str:
        """The figures for a person."""
        counts = f"issues {self.found[0]} ({self.found[1]} of two phrases or more)"
        wanted = f"by hand {self.labelled[0]} ({self.labelled[1]})"
        return f"{name:26} B3 {self.b_cubed}   {counts}, {wanted}   no issue by hand, yet in one: {_of(self.kept)}"


def score(side: str, name: str | None = None, show: bool = False) -> str:
    """The figures of one side as lines; of train also each negotiation's, and with `show` every error on stderr.

    Raises Missing for another side, and where errors or a negotiation of dev are asked for.
    """
    if side not in SIDES:
        raise Missing(f"No issues of the side {side!r} are sorted by hand. Sides are: {', '.join(SIDES)}.")
    if side != "train" and (show or name):
        raise Missing("The dev side is for measuring, totals only; --negotiation and --show need --side train.")
    results = {found.name: measure(found) for found in sorted_by_hand(side) if name in (None, found.name)}
    if not results:
        raise Missing(f"There is no negotiation {name!r} sorted into issues on the side {side!r}.")
    total = Result()
    for one in results.values():
        total.add(one)
    if show:
        print("\n".join(total.notes), file=sys.stderr)
    lines = [one.line(each) for each, one in results.items()] if side == "train" else []
    topics = [f"{f'{each}, topics':26} B3 {one.topics}" for each, one in results.items()] if side == "train" else []
    rest = [*topics, f"{f'{side}, topics':26} B3 {total.topics}", f"{'each phrase alone':26} B3 {total.alone}"]
    return "\n".join([*lines, total.line(side), *rest])


def floor_figures(side: str) -> dict[str, float]:
    """The figures of one side that have floors: B-cubed of its issues and of their topics, as shares."""
    total = Result()
    for found in sorted_by_hand(side):
        total.add(measure(found))
    return {
        f"{level} {name}": round(value, 3)
        for level, tally in (("issues", total.b_cubed), ("topics", total.topics))
        for name, value in (("precision", tally.precision), ("recall", tally.recall), ("f1", tally.f1))
    }


def sorted_by_hand(side: str) -> Iterator[corpus.Negotiation]:
    """The negotiations of a side whose phrases are sorted into issues."""
    for name, on in corpus.split(CORPUS).items():
        if on == side and (CORPUS / name / "issues.txt").exists():
            yield from corpus.negotiations(CORPUS / name)


def measure(found: corpus.Negotiation) -> Result:
    """The figures of one negotiation."""
    record, _ = merged(found.name, annotated(found))
    issues = gather(record)
    topics = topics_of(issues, names_in(record))
    names = {issue.id: issue.name for issue in issues.issues}
    labels, ours = found.labels.issues(), placed(record, issues)
    result = compare(found.name, labels, ours, names)
    told = {phrase: by_hand for phrase, by_hand in labels.items() if by_hand}
    wider = {phrase: frozenset(topics.of(one).id for one in ours.get(phrase, ())) for phrase in told}
    result.topics = b_cubed(told, wider)
    return result


def compare(name: str, labels: Groups, ours: Groups, names: Mapping[str, str]) -> Result:
    """The figures for phrases sorted by hand and by the record, whose issues have `names` by their ids."""
    told = {phrase: issues for phrase, issues in labels.items() if issues}
    mine = {phrase: ours.get(phrase, frozenset()) for phrase in told}
    theirs, held = _members(told), _members(mine)
    nothing = [phrase for phrase, issues in labels.items() if not issues]
    return Result(
        b_cubed(told, mine),
        b_cubed(told, {phrase: frozenset((phrase,)) for phrase in told}),
        _counted(theirs),
        _counted(held),
        (sum(bool(ours.get(phrase)) for phrase in nothing), len(nothing)),
        [*_torn(name, theirs, mine, names), *_mixed(name, held, told, names)],
    )


def b_cubed(gold: Groups, ours: Groups) -> Tally:
    """Extended B-cubed over the phrases of `gold`, each of which has an issue there."""
    right = met = found = 0.0
    for phrase, wanted in gold.items():
        mine = ours[phrase]
        together = [(len(mine & ours[other]), len(wanted & gold[other])) for other in gold]
        joined = [min(n, m) / n for n, m in together if n]
        right += sum(joined) / len(joined) if joined else 0.0
        found += bool(joined)
        shared = [min(n, m) / m for n, m in together if m]
        met += sum(shared) / len(shared)
    return Tally(right, found, met, len(gold))


def placed(record: CaseRecord, issues: Issues) -> dict[str, frozenset[str]]:
    """The ids of the issues in which a record shows each phrase that an account of it tells."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in chain[Told](record.positions, record.conditions, record.instruments):
        for phrase, about in _shown(entry, issues):
            found[phrase].update(issue.id for issue in about)
    return {phrase: frozenset(ids) for phrase, ids in found.items()}


def _shown(entry: Told, issues: Issues) -> Iterator[tuple[str, tuple[Issue, ...]]]:
    """The phrases of an entry's accounts, each with the issues that the entry has by the same field."""
    for account in entry.accounts:
        match entry, account.fields:
            case Position(), PositionFrame(issue=issue):
                yield issue, issues.about(entry.id)
            case Condition(), ConditionFrame(blocks=blocks, requires=requires):
                yield blocks, issues.all_of(blocked_phrase(entry), entry.id)
                yield requires, issues.all_of(required_phrase(entry), entry.id)
            case Instrument(), InstrumentFrame(subject=subject, title=title):
                for own, known in ((subject, entry.subject), (title, entry.title)):
                    if own and known:
                        yield own, issues.all_of(known, entry.id)


def _members(groups: Groups) -> dict[str, list[str]]:
    """The phrases of each issue, in their order."""
    found: dict[str, list[str]] = defaultdict(list)
    for phrase, issues in groups.items():
        for issue in sorted(issues):
            found[issue].append(phrase)
    return found


def _counted(members: Mapping[str, list[str]]) -> tuple[int, int]:
    return len(members), sum(len(phrases) > 1 for phrases in members.values())


def _torn(name: str, theirs: Mapping[str, list[str]], mine: Groups, names: Mapping[str, str]) -> Iterator[str]:
    """Each issue by hand that the record has in several, with the parts, the largest first."""
    for issue, phrases in theirs.items():
        parts = _members({phrase: mine[phrase] or frozenset(("",)) for phrase in phrases})
        if len(parts) > 1:
            yield f"{name}: {issue} ({len(phrases)} phrases) is in {len(parts)}"
            for part in sorted(parts, key=lambda each: (-len(parts[each]), each)):
                yield f"    {names.get(part, part) or '(no issue)'}: {' | '.join(parts[part])}"


def _mixed(name: str, held: Mapping[str, list[str]], labels: Groups, names: Mapping[str, str]) -> Iterator[str]:
    """Each issue of the record whose phrases are of several by hand, with what it mixes."""
    for issue, phrases in held.items():
        parts = _members({phrase: labels[phrase] for phrase in phrases})
        if not frozenset.intersection(*(labels[phrase] for phrase in phrases)):
            yield f"{name}: the record's {names.get(issue, issue)!r} mixes {len(parts)}"
            for part in sorted(parts, key=lambda each: (-len(parts[each]), each)):
                yield f"    {part}: {' | '.join(parts[part])}"


def _sum(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]


def _of(counts: tuple[int, int]) -> str:
    return f"{counts[0]} of {counts[1]}"
