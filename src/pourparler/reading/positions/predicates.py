"""Predicates: what a speaker, or a party "for" whom it is so, holds of a thing: "… is off the table"."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pourparler.core.vocabulary import Stance
from pourparler.reading.positions.issues import Issue, about, clause_end
from pourparler.reading.positions.stances import matched, word_list
from pourparler.reading.positions.stands import Stand, Taken
from pourparler.reading.scene import Line

KEPT = "kept"
"""In the table: a thing that is kept, and so demanded; a deed of which it is said is rejected."""

_BEING = frozenset(("be", "remain", "stay", "become"))


@dataclass(frozen=True, slots=True)
class Predicate:
    """Words after "be" with the stance they tell of the subject, and the stance with "not"."""

    words: tuple[str, ...]
    stance: str
    negated: str


@cache
def _predicates() -> tuple[Predicate, ...]:
    with files("pourparler.data").joinpath("reporting", "stance_predicates.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    found = [Predicate(tuple(row["words"].split()), row["stance"], row["negated"]) for row in rows]
    return tuple(sorted(found, key=lambda one: -len(one.words)))


def predicated(line: Line, stand: Stand) -> tuple[Taken, int] | None:
    """The stance that a predicate tells of the subject before it, and the index after its words."""
    verb, words = stand.verb, line.words
    if words[verb.head].lemma not in _BEING or verb.last >= stand.limit:
        return None
    low = line.index_at(stand.told[1].start) if stand.told else 0
    issues = about(line, line.parse, verb, clause_end(line, verb, stand.limit), low)
    if not issues:
        return None
    for one in _predicates():
        end = matched(line, one.words, verb.last)
        if end is None or end > stand.limit:
            continue
        negated = verb.negated or issues[0].text.lower().startswith("no ")
        name = one.negated if negated else one.stance
        if name == "-":
            return None
        return Taken(_stance(line, name, issues), issues), end
    return _by_word(line, stand, issues)


def _stance(line: Line, name: str, issues: tuple[Issue, ...]) -> Stance:
    if name != KEPT:
        return Stance(name)
    deed = line.words[issues[0].first]
    return Stance.REJECTS if deed.tag == "VERB" and deed.text.lower().endswith("ing") else Stance.DEMANDS


def _by_word(line: Line, stand: Stand, issues: tuple[Issue, ...]) -> tuple[Taken, int] | None:
    """A telling adjective among the next words: "is quite simply unacceptable", "is an absolutely vital step"."""
    verb = stand.verb
    end = min(stand.limit, verb.last + 4)
    near = {word.text.lower() for word in line.words[verb.head : end]}
    if near & word_list("rejected") or (verb.negated and near & word_list("rejected_negated")):
        return Taken(Stance.REJECTS, issues), end
    denied = verb.negated or verb.perfect or any(issue.text.lower().startswith("no ") for issue in issues)
    if near & word_list("required") and not denied:
        return Taken(Stance.DEMANDS, issues), end
    return None
