"""Finds the cues of a sentence: reporting verbs with their subject, and where what follows them begins."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pourparler.reading.cues import ReportingVerb, Takes, reporting_verbs
from pourparler.reading.scene import Line, is_place
from pourparler.text.chunks import NounChunk
from pourparler.text.verbs import VerbGroup

LINKS = frozenset("of for from in at with on to by among within inside near close".split())
"""Prepositions that carry a source phrase on: "a spokesman for the ministry", "a source close to the talks"."""


DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday today yesterday tomorrow".split())
"""Days that stand right after a cue and are not who spoke."""

SEEMING = frozenset({"appear", "seem"})
"""Verbs before an infinitive that leave open whether it was said."""

QUOTE_ENDS = (",", '"', "”", "’", "“", "''", "'", "»", "?", "!")
"""What stands before a cue that comes ahead of its source: "…,” said the minister"."""

PLAIN = frozenset({"say", "tell", "add", "insist", "reply", "argue", "warn"})
"""Verbs whose past form right after a noun is its verb and hardly ever its participle."""

DESCRIBING = frozenset("involve brief know speak represent name quote hold sit".split())
"""Verbs whose participle may describe a source: "a person briefed on the talks"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb in a sentence. Word indices, half-open: the cue itself and its source, if it stands there.

    `inverted` is true for "said the minister"; `bare` for a participle or a second verb that borrows its subject.
    """

    verb: ReportingVerb
    group: VerbGroup
    first: int
    last: int
    source: tuple[int, int] | None
    inverted: bool = False
    bare: bool = False


def find_cues(line: Line) -> Iterator[Cue]:
    """The reporting verbs of a sentence that stand outside quotations, with their sources."""
    for group in (plainly(line, told) for told in line.verbs):
        seeming = seeming_before(line, group)
        if line.quoted[group.head] or (group.infinitive and group.head == group.first + 1 and seeming is None):
            continue
        if group.first and line.words[group.first - 1].text.lower() == "as" and is_participle(line, group):
            continue
        found = look_up(line, group)
        if found is None or (group.passive and not _says(line, group)):
            continue
        verb, last = found
        if seeming is not None:
            yield Cue(verb, group, seeming.first, last, subject(line, seeming))
        else:
            yield _with_source(line, group, verb, last)


def plainly(line: Line, group: VerbGroup) -> VerbGroup:
    """A verb group without a negation behind it that belongs to an infinitive: "vowed | never to yield"."""
    behind = group.head + 1 < group.last and group.last < len(line.words)
    if not behind or not group.negated or line.words[group.last].text.lower() != "to":
        return group
    before = {word.text.lower() for word in line.words[group.first : group.head]}
    return replace(group, last=group.head + 1, negated=bool(before & {"not", "n't", "n’t", "never"}))


def seeming_before(line: Line, group: VerbGroup) -> VerbGroup | None:
    """The verb that an infinitive of saying leans on: "appeared | to suggest"."""
    if not group.infinitive:
        return None
    before = next((other for other in line.verbs if other.last == group.first), None)
    leans = before is not None and line.words[before.head].lemma in SEEMING
    return before if leans else None


def _says(line: Line, group: VerbGroup) -> bool:
    """True for a lone past form right after somebody who can speak: "…, as the agency reported", "… the envoy said"."""
    if group.head != group.first or not line.words[group.head].text.endswith(("d", "t", "k", "e")):
        return False
    firsts = (
        {line.index_at(p.phrase.start) for p in line.people}
        | {r.first for r in line.roles}
        | {n.first for n in line.namings}
    )
    lasts = {p.last for p in line.people} | {r.last for r in line.roles}
    lasts |= {n.last for n in line.namings if not is_place(line, n)}
    before = line.words[group.first - 1] if group.first else None
    quoted = before is not None and before.tag == "PUNCT" and before.text in QUOTE_ENDS
    if quoted and group.last in firsts:
        return True
    if quoted and before is not None and before.text not in (",", "'", "’") and inverted_subject(line, group.last):
        return True
    plain = line.words[group.head].lemma in PLAIN
    if plain and before is not None and before.text == "," and _before_apposition(line, group.first - 1):
        return True
    if before is not None and plain and before.tag in ("NOUN", "PROPN", "ADJ"):
        return True
    return before is not None and (group.first in lasts or before.tag == "PRON")


def look_up(line: Line, group: VerbGroup) -> tuple[ReportingVerb, int] | None:
    """The reporting verb of a group, with its preposition where that makes a verb of its own."""
    verbs, words = reporting_verbs(), line.words
    lemma, last = words[group.head].lemma.lower(), group.head + 1
    if last + 1 < len(words) and words[last].text.lower() == "it":
        joined = verbs.get(f"{lemma} {words[last + 1].text.lower()}")
        if joined is not None:
            return joined, last + 2
    if last < len(words):
        joined = verbs.get(f"{lemma} {words[last].text.lower()}")
        if joined is not None:
            return joined, last + 1
    verb = verbs.get(lemma) or verbs.get(f"{lemma}e")
    return (verb, last) if verb is not None else None


def _with_source(line: Line, group: VerbGroup, verb: ReportingVerb, last: int) -> Cue:
    """The cue with its source: before it, after it ("said the minister"), or borrowed from the verb before."""
    bare = is_participle(line, group) or _follows_conjunction(line, group)
    if bare and is_participle(line, group) and _phrase_ending(line, group.first) is not None:
        return Cue(verb, group, group.first, last, _phrase_ending(line, group.first))
    if not bare:
        source = subject(line, group)
        if source is not None:
            return Cue(verb, group, group.first, last, source)
        after = inverted_subject(line, last)
        if after is not None and Takes.QUOTE in verb.takes:
            return Cue(verb, group, group.first, last, after, inverted=True)
    return Cue(verb, group, group.first, last, borrowed_subject(line, group), bare=bare)


def is_participle(line: Line, group: VerbGroup) -> bool:
    """True for a bare -ing form ("…, adding that")."""
    return group.head == group.first and line.words[group.head].text.lower().endswith("ing")


def _follows_conjunction(line: Line, group: VerbGroup) -> bool:
    """True for a second verb of one subject ("and added")."""
    at = group.first - 1
    while at >= 0 and line.words[at].tag == "ADV":
        at -= 1
    return at >= 0 and line.words[at].tag == "CCONJ"


def subject(line: Line, group: VerbGroup) -> tuple[int, int] | None:
    """The words of the subject of a verb group: the phrase before it, appositions and relative clauses passed over."""
    words, at = line.words, group.first - 1
    while at >= 0 and (words[at].tag == "ADV" or words[at].text.lower() in ("both", "all", "each")):
        at -= 1
    if at > 1 and words[at].text == ")":
        at = next((i - 1 for i in range(at, -1, -1) if words[i].text == "("), -1)
    if at < 0:
        return None
    if words[at].text.lower() in ("who", "which", "that") and at > 0:
        at -= 1 if words[at - 1].text != "," else 2
        return _phrase_ending(line, at + 1)
    if words[at].text == ",":
        return _before_apposition(line, at)
    if words[at].text in ("-", "–", "—"):
        return None
    return _phrase_ending(line, at + 1)


def _before_apposition(line: Line, comma: int) -> tuple[int, int] | None:
    """The phrase before a pair of commas whose second one is at `comma`: "the minister, who …, said"."""
    words = line.words
    for first in range(comma - 1, 0, -1):
        if words[first].text != "," or line.quoted[first]:
            continue
        after = words[first + 1]
        apposition = after.text.lower() in ("who", "which", "whose", "the", "a", "an") or after.text.endswith("ing")
        if apposition or not any(group.first in range(first, comma) for group in line.verbs):
            return _phrase_ending(line, first)
    return None


def _phrase_ending(line: Line, last: int) -> tuple[int, int] | None:
    """The noun phrase that ends right before word `last`, with what links on to it from the left."""
    chunk = _chunk_ending(line, last)
    if chunk is None:
        return None
    first = chunk.first
    while first > 1:
        before = line.words[first - 1]
        earlier = _chunk_ending(line, first - 1) or _described(line, first - 1)
        if earlier is None or not (before.text.lower() in LINKS or before.text.lower() == "and"):
            break
        if before.text.lower() == "and" and not _one_subject(line, earlier):
            break
        first = earlier.first
    return first, last


def _described(line: Line, first: int) -> NounChunk | None:
    """The chunk whose description ends before word `first`: "two people familiar | with the offers"."""
    at = first
    while (at > 0 and line.words[at - 1].tag in ("ADJ", "ADV")) or (at > 0 and line.words[at - 1].lemma in DESCRIBING):
        at -= 1
    return _chunk_ending(line, at) if at < first else None


def _one_subject(line: Line, chunk: NounChunk) -> bool:
    """True when a chunk before "and" begins the sentence or clause, so that both are the subject."""
    return chunk.first == 0 or line.words[chunk.first - 1].tag in ("PUNCT", "SCONJ", "CCONJ")


def _chunk_ending(line: Line, last: int) -> NounChunk | None:
    return next((chunk for chunk in line.chunks if chunk.last == last), None)


def chunk_starting(line: Line, first: int) -> NounChunk | None:
    """The noun chunk that begins at word `first`."""
    return next((chunk for chunk in line.chunks if chunk.first == first), None)


def inverted_subject(line: Line, first: int) -> tuple[int, int] | None:
    """The source after its verb: "said the minister of defence, …"."""
    chunk = chunk_starting(line, first)
    if chunk is None or line.words[chunk.head].text in DAYS:
        return None
    pronoun = line.words[chunk.first].tag == "PRON"
    before = next((w for w in reversed(line.words[: max(0, first - 1)])), None)
    if pronoun and (before is None or before.text not in QUOTE_ENDS or before.text == ","):
        return None
    last = chunk.last
    while last + 1 < len(line.words) and line.words[last].text.lower() in ("of", "for"):
        further = chunk_starting(line, last + 1)
        if further is None:
            break
        last = further.last
    return first, last


def borrowed_subject(line: Line, group: VerbGroup) -> tuple[int, int] | None:
    """The subject of the nearest verb before that has one, for participles and second verbs."""
    earlier = [other for other in line.verbs if other.last <= group.first and not is_participle(line, other)]
    saying = [other for other in earlier if line.words[other.head].lemma in reporting_verbs()]
    for other in [*reversed(saying), *reversed(earlier)]:
        if line.quoted[other.head] != line.quoted[group.head] or other.infinitive:
            continue
        found = subject(line, other)
        if found is not None:
            return found
    return None
