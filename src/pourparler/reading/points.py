"""The points of what somebody said: its leading clauses, with what each tells of who is to do what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparler.core.evidence import Span
from pourparler.reading.namings import NamingKind
from pourparler.reading.roles import side_of
from pourparler.reading.scene import Line, Scene
from pourparler.reading.speakers import Speaker
from pourparler.text.clauses import Clause, VerbGroup, clauses
from pourparler.text.lemmas import lemma
from pourparler.text.words import Word

FIRST_PERSON = frozenset("i we us".split())
THIRD_PERSON = frozenset("he she it they".split())
OWNERS = frozenset("my our his her its their".split())
NOBODY_ELSE = frozenset("nobody none nothing neither no never no-one".split())
IFS = frozenset("if unless should until without provided".split())
NEGATIVE_IFS = frozenset("unless without".split())

SAYING = frozenset("say maintain believe think state stress argue insist".split())
"""Verbs of saying and thinking whose clause is the point: "we have always said that …"."""

MOST_SENTENCES = 4
"""Sentences of a quotation that are asked for their point."""


@dataclass(frozen=True, slots=True)
class Point:
    """One leading clause of what was said.

    `verb` is its verb's lemma; `own` is True when its subject is the speaker or the speaker's side, `unplaced` when no
    side of the speaker's is known. `words` are the clause's words, `rest` those after its verb, both in lower case.
    `under` is the word that opens a condition beside it, with `under_negated` for "unless" and "if … not",
    `under_first` where it comes first.
    """

    line: Line
    group: VerbGroup
    verb: str
    passive: bool
    subject: tuple[str, ...]
    own: bool
    words: tuple[str, ...]
    rest: tuple[str, ...]
    negated: bool
    unplaced: bool = False
    under: str | None = None
    under_negated: bool = False
    under_first: bool = False

    @property
    def text(self) -> str:
        """The clause in lower case, one blank between words."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words of a line that lie in what was said: indices from `first` to `last`, without the `gaps` between."""

    line: Line
    first: int
    last: int
    gaps: frozenset[int] = frozenset()

    @property
    def words(self) -> tuple[Word, ...]:
        """The words themselves."""
        return tuple(self.line.words[i] for i in range(self.first, self.last) if i not in self.gaps)

    def holds(self, group: VerbGroup) -> bool:
        """True for a verb group inside what was said."""
        return self.first <= group.first and group.last <= self.last and group.head not in self.gaps


def stretches(scene: Scene, contents: Sequence[Span]) -> Iterator[Stretch]:
    """What some contents cover of each line, in order."""
    if not contents:
        return
    number, end = scene.page.sentence_at(contents[0].start), contents[-1].end
    while number < len(scene.lines) and scene.lines[number].sentence.span.start < end:
        line = scene.lines[number]
        inside = [
            i
            for i, word in enumerate(line.words)
            if any(span.start <= word.start and word.end <= span.end for span in contents)
        ]
        if inside:
            gaps = frozenset(range(inside[0], inside[-1])) - frozenset(inside)
            yield Stretch(line, inside[0], inside[-1] + 1, gaps)
        number += 1


def points(scene: Scene, contents: Sequence[Span], speaker: Speaker, direct: bool) -> tuple[Point, ...]:
    """The point of the first clause, and for direct speech that of each of its first sentences."""
    found: list[Point] = []
    for number, stretch in enumerate(stretches(scene, contents)):
        if number >= (MOST_SENTENCES if direct else 1) and found:
            break
        point = _point(stretch, speaker, direct)
        if point is not None:
            found.append(point)
    return tuple(found)


def _point(stretch: Stretch, speaker: Speaker, direct: bool) -> Point | None:
    """The leading clause of a stretch; None when no finite verb leads it."""
    line, inside = stretch.line, []
    for clause in clauses(line.parse):
        group = clause.verb
        if group is not None and stretch.holds(group):
            inside.append(clause)
    lead = next((c for c in inside if c.verb and _is_finite(c.verb) and _leads(stretch, c)), None)
    if lead is None or lead.verb is None:
        return None
    if line.words[lead.verb.head].lemma in SAYING and not lead.verb.negated:
        told = next((c for c in inside if c.kind == "that" and c.first >= lead.verb.last and _is_told(c)), None)
        lead = told or lead
    assert lead.verb is not None
    group = lead.verb
    cut = min((c.first for c in inside if c is not lead and c.first >= group.last and _parted(c)), default=stretch.last)
    first = max(stretch.first, min(lead.first, group.first))
    subject = _subject(line, lead, first)
    lows = tuple(word.text.lower() for word in line.words)
    under, negated = _condition(stretch, inside, lead)
    own = _is_own(line, lead, subject, speaker, direct)
    rest = lows[group.last : cut]
    no = group.negated or bool(subject and subject[0] in NOBODY_ELSE) or rest[:1] == ("no",)
    verb, passive = line.words[group.head].lemma.lower(), group.passive
    form = lows[group.head]
    verb = form if form.endswith("eed") else verb
    if verb == "be" and rest and rest[0].endswith("ed") and len(rest[0]) > 4:
        verb, passive, rest = lemma(rest[0], "VERB"), True, rest[1:]
    unplaced = speaker.party is None
    fronted = under is not None and lows[stretch.first] == under
    return Point(
        *(line, group, verb, passive, subject, own, lows[first:cut], rest, no),
        unplaced=unplaced,
        under=under,
        under_negated=negated,
        under_first=fronted,
    )


def _is_told(clause: Clause) -> bool:
    """True for a clause with a finite verb."""
    return clause.verb is not None and _is_finite(clause.verb)


def _is_finite(group: VerbGroup) -> bool:
    """True for a verb with a tense or a modal."""
    return group.finite or (group.modal in ("will", "would", "can", "could", "must") and not group.infinitive)


def _leads(stretch: Stretch, clause: Clause) -> bool:
    """True for a main clause, and for one after "that" that begins the stretch."""
    if clause.kind in ("main", "that"):
        return True
    modal = clause.kind == "participle" and clause.verb is not None and clause.verb.modal is not None
    return modal or (clause.kind == "relative" and clause.first <= stretch.first)


def _parted(clause: Clause) -> bool:
    """True for a clause that is no part of the one before it."""
    return clause.verb is not None and clause.verb.finite and clause.kind in ("main", "if", "adverbial")


def _subject(line: Line, clause: Clause, first: int) -> tuple[str, ...]:
    """The subject's words in lower case; "there" where that stands for one, nothing for an imperative."""
    verb = clause.verb.first if clause.verb else first
    if verb > first and line.words[verb - 1].text.lower() == "there":
        return ("there",)
    if clause.subject is not None and clause.subject.first >= first:
        return tuple(word.text.lower() for word in line.words[clause.subject.first : clause.subject.last])
    return tuple(w.text.lower() for w in line.words[max(first, verb - 3) : verb] if w.tag in ("PRON", "NOUN", "PROPN"))


def _condition(stretch: Stretch, inside: Sequence[Clause], lead: Clause) -> tuple[str | None, bool]:
    """The word that opens a condition beside the leading clause, and whether it is negative."""
    others = [c.first for c in inside if c.first > lead.first and c.kind == "main" and c.verb and c.verb.finite]
    border = min(others, default=stretch.last) if others and lead.first == stretch.first else stretch.last
    for clause in inside:
        if clause is not lead and clause.kind == "if" and clause.complementiser in IFS and clause.first < border:
            negative = clause.complementiser in NEGATIVE_IFS or bool(clause.verb and clause.verb.negated)
            opening = stretch.line.words[clause.first : clause.last]
            return clause.complementiser, negative or any(word.text.lower() == "no" for word in opening)
    lows = [word.text.lower() for word in stretch.words]
    if lows[:1] in (["without"], ["unless"]):
        return lows[0], True
    if "unless" in lows:
        return "unless", True
    return ("should", False) if lows[:1] == ["should"] and len(lows) > 4 else (None, False)


def _is_own(line: Line, clause: Clause, subject: Sequence[str], speaker: Speaker, direct: bool) -> bool:
    """True when the subject of a clause is the speaker or whom the speaker speaks for."""
    if not subject:
        return False
    if subject[0] in FIRST_PERSON or subject[0] in ("my", "our"):
        return True
    if not direct and (subject[0] in THIRD_PERSON or (subject[0] in OWNERS and len(subject) > 1)):
        return True
    if not direct and speaker.office is not None and subject[-1] == "government":
        return True
    if clause.subject is None:
        return False
    first, last = clause.subject.first, clause.subject.last
    people = {p.person.name for p in line.people if first <= p.first < last}
    sides = {
        side_of(n).party or side_of(n).institution
        for n in line.namings
        if first <= n.first and n.last <= last and n.kind is not NamingKind.OFFICE
    }
    return bool((people | sides) & ({speaker.name, speaker.party} - {None}))
