"""Fits the weights of chains of events on the development topics of ECB+: `python -m bench fit chains`."""

from collections.abc import Sequence

from bench.chains import ecb
from bench.chains.merge import WEIGHTS
from bench.chains.told import Reading, read
from bench.chains.traits import Comparison
from bench.places import shared
from pourparler.record.merging.weights import BASE, Weights
from training.corpus.merging import Example
from training.corpus.merging import fit as fit_weights

RIDGE = 5.0
"""As in the record's own fit, little hangs on it."""

FOLDS = 3
"""The development topics are read in three groups, topic by topic in turn, each about as large as the test side: how
rare a word is depends on how many reports are read together."""

_ABOUT = """\
# Weights of the traits of two mentions of events. Fitted by `python -m bench fit chains` on the development topics
# (1-14, 16, 18-35) of ECB+ (Cybulska and Vossen 2014; annotations CC BY 3.0): a logistic regression over named traits
# with a ridge of {ridge:g}, on {count} pairs of which {same} tell of one event. No words of its texts.
"""


def folds() -> list[list[ecb.Report]]:
    """The reports of the development topics in `FOLDS` groups; raises Missing without ECB+."""
    found = ecb.reports(shared("data", "events", "ecbplus.jsonl"), "dev")
    topics = list(dict.fromkeys(report.topic for report in found))
    return [[report for report in found if report.topic in topics[fold::FOLDS]] for fold in range(FOLDS)]


def examples(reading: Reading, comparison: Comparison) -> list[Example]:
    """The traits of every pair of mentions that is compared, and whether they are of one chain."""
    chains = [
        mention.chain or (report.name, number)
        for report in reading.reports
        for number, mention in enumerate(report.events)
    ]
    pairs = comparison.candidates()
    return [(tuple(comparison.traits(one, other)), chains[one] == chains[other]) for one, other in pairs]


def fit(groups: Sequence[Sequence[Example]]) -> Weights:
    """The weights for the examples of several groups of reports."""
    return fit_weights([example for group in groups for example in group], RIDGE)


def write(groups: Sequence[Sequence[Example]]) -> str:
    """Fit the weights and write them where they are kept; what was done, in words."""
    weights = fit(groups)
    count, same = sum(map(len, groups)), sum(same for group in groups for _, same in group)
    lines = ["trait,weight", f"{BASE},{weights.base:.2f}"]
    lines += [f'"{trait}",{weight:.2f}' for trait, weight in sorted(weights.of.items())]
    text = _ABOUT.format(ridge=RIDGE, count=count, same=same) + "\n".join(lines) + "\n"
    WEIGHTS.write_text(text, encoding="utf-8")
    return f"{len(weights.of)} traits on {count} pairs, {same} of one event -> bench/chains/{WEIGHTS.name}"


def fit_chains() -> str:
    """Read the development topics, fit on all of them and write the weights."""
    groups = []
    for reports in folds():
        reading = read(reports)
        groups.append(examples(reading, Comparison(reading)))
    return write(groups)
