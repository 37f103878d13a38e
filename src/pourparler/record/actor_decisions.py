"""What people decided about actors, laid over what the names themselves tell: other names, actors joined and parted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pourparler.core.judgement import Judgement, Verdict
from pourparler.text.gazetteer import fold


@dataclass(frozen=True, slots=True)
class Decided:
    """Whose each name is: `canonical` has the name shown of its actor for every name that reports give.

    `roots` has, for each name shown, the name of which the actor's id is made: it stays when an actor is renamed.
    `apart` are the roots of actors that a person took out of others.
    """

    canonical: dict[str, str]
    roots: dict[str, str]
    apart: frozenset[str]


def decide(canonical: Mapping[str, str], judgements: Iterable[Judgement] = ()) -> Decided:
    """Names with the actors that judgements make of them, one judgement after the other, so that the later wins.

    `canonical` has every name that the reports give with the name of its actor. A judgement holds on to the names that
    its actors had; names that no report gives any more are passed over.
    """
    names = _Names(canonical)
    for judgement in judgements:
        if judgement.verdict is Verdict.NAMED and judgement.value:
            names.name(judgement.names, judgement.value)
        elif judgement.verdict is Verdict.JOINED:
            names.join(judgement.names)
        elif judgement.verdict is Verdict.PARTED:
            names.part(judgement.names)
    return names.decided()


class _Names:
    """Every name with the root of its actor, and the names that people gave to actors, by root."""

    def __init__(self, canonical: Mapping[str, str]) -> None:
        self._root = dict(canonical)
        self._shown: dict[str, str] = {}
        self._apart: set[str] = set()
        self._folded: dict[str, str] = {}
        for name in sorted(canonical, reverse=True):
            self._folded[fold(name).casefold()] = name

    def name(self, names: Sequence[str], shown: str) -> None:
        """Give the actor that has most of these names another name to show."""
        if root := self._holder(self._told(names)):
            self._shown[root] = shown

    def join(self, names: Sequence[str]) -> None:
        """Make the actors of these names one: that of the first."""
        roots = list(dict.fromkeys(self._root[name] for name in self._told(names)))
        for name, root in self._root.items():
            if root in roots[1:]:
                self._root[name] = roots[0]

    def part(self, names: Sequence[str]) -> None:
        """Take these names out of the actor that has most of them; the first of them is the name of the new actor."""
        told = self._told(names)
        root = self._holder(told)
        out = [name for name in told if self._root[name] == root]
        rest = [name for name, held in self._root.items() if held == root and name not in out]
        if root is None or not out or not rest:
            return
        new = root if root in out else out[0]
        for name in out:
            self._root[name] = new
        if new != root:
            self._apart.add(new)
            return
        first = min(rest, key=lambda name: (-len(name), name))  # the name of the whole goes with those taken out
        self._apart.add(first)
        for name in rest:
            self._root[name] = first
        if shown := self._shown.pop(root, None):
            self._shown[first] = shown

    def _told(self, names: Iterable[str]) -> list[str]:
        """The names as reports give them, letters and accents aside."""
        found = (name if name in self._root else self._folded.get(fold(name).casefold()) for name in names)
        return list(dict.fromkeys(name for name in found if name is not None))

    def _holder(self, told: Sequence[str]) -> str | None:
        """The root of the actor that has most of these names, the first of them where two have as many."""
        counts = Counter(self._root[name] for name in told)
        return max(counts, key=lambda root: counts[root], default=None)

    def decided(self) -> Decided:
        """Every name with the name shown of its actor; actors shown by one name are one."""
        roots: dict[str, str] = {}
        for root in sorted(set(self._root.values())):
            roots.setdefault(self._shown.get(root, root), root)
        canonical = {name: self._shown.get(root, root) for name, root in self._root.items()}
        return Decided(canonical, roots, frozenset(self._apart))
