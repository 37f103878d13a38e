"""A sentence laid out for meetings: its clauses, and which of them governs which word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pourparler.core.evidence import Span
from pourparler.core.moment import TimeExpression
from pourparler.reading.meetings.words import actor_nouns, meeting_nouns, meeting_verbs
from pourparler.reading.scene import Line, Scene
from pourparler.text.clauses import Clause, Parse, VerbGroup, clauses, parse
from pourparler.text.lemmas import lemma

STOPS = frozenset("that if whether because while although though when where as after before until unless".split())
"""Words at which the stretch to the left of a verb ends: what stands before them is another clause."""

MARKS = frozenset((";", ":", "–", "—", "(", ")", "“", "”", '"', "…"))


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression with the words it takes, half-open."""

    first: int
    last: int
    time: TimeExpression


@dataclass(frozen=True, slots=True)
class Ground:
    """One sentence with its clauses and times; all indices are into the words of `line`."""

    scene: Scene
    line: Line
    whole: Parse
    clauses: tuple[Clause, ...]
    lows: tuple[str, ...]
    lemmas: tuple[str, ...]
    times: tuple[Dated, ...]

    def span(self, first: int, last: int) -> Span:
        """The span of words `first` to `last`."""
        return self.line.span(first, last)

    def text(self, first: int, last: int) -> str:
        """The characters of words `first` to `last`."""
        return self.span(first, last).of(self.scene.text)

    def time_at(self, at: int) -> Dated | None:
        """The time expression that holds word `at`."""
        return next((dated for dated in self.times if dated.first <= at < dated.last), None)

    def clause_of(self, group: VerbGroup) -> Clause | None:
        """The clause of a verb group."""
        return next((c for c in self.clauses if c.verb is not None and c.verb.head == group.head), None)

    def finite_at(self, at: int) -> Clause | None:
        """The nearest clause with a finite verb that begins at or before word `at`."""
        return next((c for c in reversed(self.clauses) if c.first <= at and is_finite(c)), None)

    def chain(self, group: VerbGroup) -> tuple[VerbGroup, ...]:
        """The verbs over a group without tense, nearest first, to the finite one: "agreed" over "to meet"."""
        found: list[VerbGroup] = []
        if group.finite:
            return ()
        for other in reversed(self.line.verbs):
            if other.last > group.first:
                continue
            between = self.lows[other.last : group.first]
            if any(low in MARKS or low in ("that", "who", "which", "as", "when", "while", "where") for low in between):
                break
            found.append(other)
            if other.finite:
                break
        return tuple(found)

    def _is_name(self, clause: Clause) -> bool:
        """True for a clause whose verb is a capitalised word amid a sentence: a name that was taken for a verb."""
        head = clause.verb.head if clause.verb is not None else 0
        return head > 0 and self.line.words[head].text[:1].isupper() and self.lows[head - 1] not in MARKS

    def next_start(self, at: int) -> int:
        """Where the next clause with a finite verb of its own begins after word `at`, or the end of the sentence."""
        later = [c.first for c in self.clauses if c.first > at and is_finite(c) and not self._is_name(c)]
        return min(later, default=len(self.lows))


def lay(scene: Scene, line: Line) -> Ground:
    """Lay out one sentence."""
    line = _retagged(line)
    whole = line.parse
    lows = tuple(word.text.lower() for word in line.words)
    lemmas = tuple(_lemma(word.lemma.lower(), low) for word, low in zip(line.words, lows, strict=True))
    times = tuple(
        Dated(line.index_at(time.start), line.index_at(time.end - 1) + 1, time)
        for time in scene.page.times_in(line.sentence.span)
    )
    cut = tuple(_untensed(clause, lows) for clause in clauses(whole))
    return Ground(scene, line, whole, cut, lows, lemmas, times)


def _retagged(line: Line) -> Line:
    """A line whose verbs of contact right after somebody are verbs, also where they were tagged as names."""
    after = {p.last for p in line.people} | {n.last for n in line.namings}
    words = list(line.words)
    for at, word in enumerate(words):
        behind = at in after or (at > 0 and words[at - 1].lemma.lower() in actor_nouns())
        behind = behind or not word.text.endswith(("ed", "s"))
        if (
            behind
            and word.tag in ("PROPN", "NOUN", "ADJ", "ADP")
            and word.text.islower()
            and _past_of_contact(word.text)
        ):
            words[at] = replace(word, tag="VERB", lemma=lemma(word.text, "VERB"))
    if tuple(words) == line.words:
        return line
    sentence = replace(line.sentence, words=tuple(words))
    return replace(line, sentence=sentence, parse=parse(sentence))


def _past_of_contact(low: str) -> bool:
    """True for a past form of a verb of contact."""
    found = lemma(low, "VERB")
    return found in meeting_verbs() and found != low and not low.endswith(("ing", "s"))


def _untensed(clause: Clause, lows: Sequence[str]) -> Clause:
    """A clause whose lone past form "by" or "at" follows is a participle: "talks aimed at …", "hosted by …"."""
    verb = clause.verb
    if (
        verb is None
        or verb.tense != "past"
        or verb.last > verb.first + 1
        or lows[verb.last : verb.last + 1] not in (("by",), ("at",))
    ):
        return clause
    ends = lows[verb.head].endswith("ed")
    return (
        replace(clause, verb=replace(verb, tense="none"), kind="participle")
        if ends and lows[verb.head] != "arrived"
        else clause
    )


def _lemma(said: str, low: str) -> str:
    """The lemma; a noun of contact or for somebody that was tagged as a name is brought to its singular too."""
    single = low.removesuffix("s")
    return single if single in meeting_nouns() or single in actor_nouns() else said


def is_finite(clause: Clause) -> bool:
    """True when a clause has a finite verb."""
    return clause.verb is not None and clause.verb.finite


def follows(lows: Sequence[str], at: int, words: Sequence[str]) -> bool:
    """True when `words` stand from `at` on."""
    return tuple(lows[at : at + len(words)]) == tuple(words)


def left_of(ground: Ground, group: VerbGroup) -> int:
    """Where the stretch to the left of a verb begins: its subject's first word, or the last stop before it."""
    bearer = next((verb for verb in (group, *ground.chain(group)) if verb.finite), None)
    head = bearer.first if bearer is not None else group.first
    if (
        bearer is None
        and group.first
        and ground.lows[group.first - 1] in ("by", "of", "in", "for", "after", "before", "without")
    ):
        return group.first
    floor = 0
    for at in range(head - 1, -1, -1):
        finite = any(g.finite and g.first <= at < g.last for g in ground.whole.groups)
        if ground.lows[at] in STOPS or ground.lows[at] in MARKS or finite:
            floor = at + 1
            break
    clause = ground.clause_of(bearer) if bearer is not None else None
    if (
        clause is not None
        and clause.subject is not None
        and clause.subject.first < floor
        and ground.lows[head - 1] == ","
    ):
        return _over_joints(ground, clause.subject.first, 0)
    if clause is None or clause.first <= floor or clause.subject is None or clause.subject.first >= group.first:
        return _past_opening(ground, floor, head)
    return _over_joints(ground, max(floor, min(clause.first, clause.subject.first)), floor)


def subject_words(ground: Ground, group: VerbGroup) -> tuple[int, int]:
    """The words in which the subject of a verb stands; a second verb borrows that of the one before ("met and agreed to
    meet again")."""
    bearer = next((verb for verb in (group, *ground.chain(group)) if verb.finite), group)
    at = bearer.first - 1
    while at > 0 and ground.line.words[at].tag == "ADV":
        at -= 1
    if at > 0 and ground.lows[at] in ("and", "but", "then"):
        earlier = [verb for verb in ground.line.verbs if verb.finite and verb.last <= at]
        if earlier:
            return left_of(ground, earlier[-1]), earlier[-1].first
    return left_of(ground, group), group.first


def _past_opening(ground: Ground, floor: int, head: int) -> int:
    """`floor` moved past an opening phrase that a comma closes ("After the vote, …") when somebody follows it."""
    for at in range(head - 1, floor, -1):
        if ground.lows[at] == "," and ground.line.words[floor].tag in ("ADP", "VERB", "SCONJ") and at + 1 < head:
            joint = any(low == "and" for low in ground.lows[at + 1 : head])
            if not joint or not any(n.last == at for n in ground.line.namings):
                return at + 1
    return floor + 1 if floor < head and ground.lows[floor] in ("and", "but", ",") else floor


def _over_joints(ground: Ground, first: int, floor: int) -> int:
    """`first` moved left over what is coordinated with it and to the beginning of a person's title."""
    first += ground.lows[first] == "and"
    listed = "and" in ground.lows[first : first + 8]
    if adjoining := next((n.first for n in ground.line.namings if n.last == first and n.first >= floor), None):
        first = adjoining
    while first > floor:
        joint = ground.lows[first - 1] in ("and", "&") or (ground.lows[first - 1] == "," and listed)
        before = next((n.first for n in ground.line.namings if n.last == first - 1), None)
        before = (
            before if before is not None else next((p.first for p in ground.line.people if p.last == first - 1), None)
        )
        if not joint or before is None or before < floor:
            break
        first = before
    while first - 2 >= floor and ground.lows[first - 1] in ("of", "from", "for"):
        chunk = next((c for c in ground.line.chunks if c.last == first - 1), None)
        if chunk is None:
            break
        first = max(floor, chunk.first)
    if first - 2 > floor and ground.lows[first - 1] == "by" and ground.lemmas[first - 2] in ("lead", "head"):
        team = next((c for c in ground.line.chunks if c.last == first - 2), None)
        first = max(floor, team.first) if team is not None else first
    if ground.lows[first] in ("and", "but", "that", "though", "although"):
        first += 1
    person = next(
        (
            p
            for p in ground.line.people
            if p.first <= first < p.last or p.phrase.start <= ground.line.words[first].start < p.phrase.end
        ),
        None,
    )
    if person is not None:
        first = max(floor, min(first, ground.line.index_at(person.phrase.start)))
    return first


def right_of(ground: Ground, at: int) -> int:
    """Where a stretch that goes on at word `at` ends: at a purpose ("to discuss"), the next clause, or a stop."""
    lows, last = ground.lows, min(ground.next_start(at - 1), len(ground.lows))
    last = max(last, at)
    for index in range(at, last):
        infinitive = lows[index] == "to" and any(g.first == index for g in ground.line.verbs)
        heard = lows[index] == "before" and any(
            lemma in actor_nouns() for lemma in ground.lemmas[index + 1 : index + 4]
        )
        if (
            infinitive
            or lows[index] in MARKS
            or (lows[index] in STOPS and not heard)
            or lows[index] in ("aimed", "focused")
        ):
            last = index
            break
        if lows[index] in ("accordance", "line", "keeping") and lows[index - 1] == "in":
            last = index - 1
            break
    while last > at and (lows[last - 1] in (",", ".", "!", "?", "and", "but", "only") or lows[last - 1] in MARKS):
        last -= 1
    return max(last, at)
