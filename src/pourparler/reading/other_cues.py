"""Attributions without a reporting verb: "according to", a source after a dash or before a colon, a named claim."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution
from pourparler.core.vocabulary import Act, Mode
from pourparler.reading.anchors import anchor_at
from pourparler.reading.borders import clause_span, is_sentence, quotation_from
from pourparler.reading.claims import CLAIMS, MINDED
from pourparler.reading.cue_search import chunk_starting, look_up, subject
from pourparler.reading.relayed import behind
from pourparler.reading.scene import Line, Scene
from pourparler.reading.speakers import NOBODY, Speaker, speaker_of
from pourparler.reading.tellings import Triple, attribution, telling
from pourparler.reading.unnamed import anyone
from pourparler.text.complements import complement_end

MOST_BEFORE_COLON = 8
"""Words of a source before a colon that nothing but names and offices may be."""

Found = tuple[Speaker, Attribution]


def other_sayings(scene: Scene, line: Line, before: Sequence[Speaker]) -> Iterator[Found]:
    """The attributions of a sentence that no reporting verb makes."""
    yield from _according_to(scene, line, before)
    yield from _after_dash(scene, line, before)
    yield from _claims(scene, line, before)
    yield from _minded(scene, line, before)
    yield from _put_it(scene, line, before)
    yield from _introduced(scene, line, before)


def _according_to(scene: Scene, line: Line, before: Sequence[Speaker]) -> Iterator[Found]:
    """ "…, according to the minister" and "According to the minister, …"."""
    words = line.words
    for index in range(len(words) - 2):
        if words[index].text.lower() != "according" or words[index + 1].text.lower() != "to" or line.quoted[index]:
            continue
        chunk = chunk_starting(line, index + 2)
        if chunk is None:
            continue
        last = _source_end(line, chunk.last)
        via: tuple[str, ...] = ()
        speaker = _identified(scene, line, (index + 2, last), before)
        cited = _cited(line, last)
        if speaker.media and cited is not None:
            speaker, via = behind(scene, line, speaker, before)
        content = _around(line, index, cited or last)
        if content is not None:
            cue, source = line.span(index, index + 2), line.span(index + 2, last)
            found, said = _found(scene, speaker, content, cue, source, Act.SAY)
            yield found, replace(said, via=via or said.via)


def _cited(line: Line, last: int) -> int | None:
    """Where ", citing a source in the delegation" ends after an outlet; None where nobody is cited."""
    if last + 2 >= len(line.words) or line.words[last].text != ",":
        return None
    if line.words[last + 1].text.lower() not in ("citing", "quoting"):
        return None
    chunk = chunk_starting(line, last + 2)
    return _source_end(line, chunk.last) if chunk is not None else None


def _identified(scene: Scene, line: Line, place: tuple[int, int], before: Sequence[Speaker]) -> Speaker:
    """Who the words `place` of a line are, be it only somebody unnamed."""
    speaker = speaker_of(scene, line, *place, before)
    return speaker if speaker.known or speaker.office else anyone(line, *place)


def _introduced(scene: Scene, line: Line, before: Sequence[Speaker]) -> Iterator[Found]:
    """ "The envoys were more careful: “We shall see.”": a quotation after a colon is its subject's."""
    for index in range(2, len(line.words) - 1):
        quotation = quotation_from(scene.page, line, index + 1) if line.words[index].text == ":" else None
        if quotation is None or line.quoted[index] or not is_sentence(scene.page, quotation):
            continue
        groups = [g for g in line.verbs if g.finite and g.last <= index]
        source = subject(line, groups[0]) if groups else None
        if source is None:
            return
        speaker = _identified(scene, line, source, before)
        if (speaker.known or speaker.office) and not speaker.media:
            verb = look_up(line, groups[0])
            cue = line.span(groups[0].first, verb[1]) if verb is not None and not groups[0].negated else None
            act = verb[0].act if verb is not None and cue is not None else Act.SAY
            found, said = _found(scene, speaker, quotation.inner, cue, line.span(*source), act)
            yield found, replace(said, mode=Mode.DIRECT)
        return


def _source_end(line: Line, last: int) -> int:
    """Where a source phrase ends that goes on with "of", "at", "from" and another noun chunk."""
    words = line.words
    while last + 1 < len(words) and words[last].tag == "ADP":
        further = chunk_starting(line, last + 1)
        if further is None:
            break
        last = further.last
    return last


def _around(line: Line, first: int, last: int) -> Span | None:
    """The clause beside an inserted source: before it when it ends the sentence, after it when it opens it."""
    words = line.words
    if first <= 1:
        start = last + 1 if last < len(words) and words[last].text == "," else last
        end = complement_end(line.parse, start) if start < len(words) else start
        return line.span(start, end) if end > start + 1 else None
    end = first - 1 if words[first - 1].text == "," else first
    start = 0
    if words[0].text.lower() in ("however", "but", "and", "meanwhile", "elsewhere", "also"):
        start = 2 if words[1].text == "," else 1
    return line.span(start, end) if end > start + 1 else None


def _after_dash(scene: Scene, line: Line, before: Sequence[Speaker]) -> Iterator[Found]:
    """ "No pay rise this year, - the chief executive." and the heading "Minister: no deal"."""
    words = line.words
    stop = len(words) - 1 if words and words[-1].text in (".", "!") else len(words)
    for index in range(1, stop):
        if words[index].text in ("-", "–", "—") and not line.quoted[index] and 4 <= index < stop - 1:
            speaker = speaker_of(scene, line, index + 1, stop, before)
            whole = _is_name_only(line, index + 1, stop)
            if speaker.name is not None and whole:
                quotation = quotation_from(scene.page, line, 0)
                whole = quotation is not None and quotation.outer.end <= words[index].start
                content = quotation.inner if quotation is not None and whole else line.span(_opening(line), index)
                source = line.span(index + 1, stop)
                yield _found(scene, speaker, content, None, source, Act.SAY)
                return
        if words[index].text == ":" and not line.quoted[index]:
            found = _before_colon(scene, line, index, before)
            if found is not None:
                yield found
            return


def _before_colon(scene: Scene, line: Line, colon: int, before: Sequence[Speaker]) -> Found | None:
    """The heading "Minister: no deal" and the live blog's "Minister, outside the hall: “No deal.”"."""
    words = line.words
    first = next((i for i in range(colon) if words[i].text[:1].isalpha()), colon)
    stop = len(words) - 1 if words[-1].text in (".", "!") else len(words)
    if first >= colon or stop <= colon + 1:
        return None
    quotation = quotation_from(scene.page, line, colon + 1)
    named = next((p for p in line.people if line.index_at(p.phrase.start) <= first + 1 and p.last <= colon), None)
    chunk = next((c for c in line.chunks if c.first <= first < c.last), None)
    verbless = not any(group.finite and group.last <= colon for group in line.verbs)
    described = chunk is not None and chunk.last <= colon and anyone(line, first, chunk.last).known
    whole = described and chunk is not None and chunk.last == colon
    if quotation is not None and verbless and named is not None:
        content, last = quotation.inner, named.last
    elif quotation is not None and verbless and described and chunk is not None:
        content, last = quotation.inner, chunk.last
    elif quotation is not None and quotation.outer.end >= words[stop - 1].end and _is_name_only(line, first, colon):
        content, last = quotation.inner, colon
    elif whole or (colon - first <= MOST_BEFORE_COLON and _is_name_only(line, first, colon)):
        content, last = line.span(colon + 1, stop), colon
    else:
        return None
    speaker = _identified(scene, line, (first, last), before)
    if speaker.name is None and not described and not speaker.office:
        return None
    found, said = _found(scene, speaker, content, None, line.span(first, last), Act.SAY)
    return found, replace(said, mode=Mode.DIRECT) if quotation is not None and content == quotation.inner else said


def _opening(line: Line) -> int:
    """Where the words before a dash begin: after a broken-off beginning ("The chair also There is no …")."""
    words = line.words
    for index in range(1, min(6, len(words))):
        opens = words[index].text[:1].isupper() and words[index].tag in ("PRON", "DET", "ADV", "ADP")
        if opens and words[index - 1].text not in (".", ",") and words[index].text != "I":
            return index
    return 0


def _is_name_only(line: Line, first: int, last: int) -> bool:
    """True when words are nothing but names, offices and the small words between them."""
    named = [False] * len(line.words)
    spans = [(n.first, n.last) for n in line.namings] + [(r.first, r.last) for r in line.roles]
    for start, stop in spans + [(p.first, p.last) for p in line.people]:
        for index in range(start, stop):
            named[index] = True
    small = ("the", "'s", "’s", "of", "for", ",", "-")
    return any(named[first:last]) and all(
        named[i] or line.words[i].text.lower() in small or line.words[i].tag == "PROPN" for i in range(first, last)
    )


def _claims(scene: Scene, line: Line, before: Sequence[Speaker]) -> Iterator[Found]:
    """ "the company’s claim that …", "his warning that …"."""
    words = line.words
    for index in range(1, len(words) - 2):
        act = CLAIMS.get(words[index].lemma.lower())
        that = index + 1 + (words[index + 1].lemma == "be")
        if act is None or words[index].tag != "NOUN" or words[that].text.lower() != "that" or line.quoted[index]:
            continue
        owner = _owner(line, index)
        if owner is None:
            continue
        speaker = speaker_of(scene, line, *owner, before)
        if speaker.known:
            content = clause_span(scene.page, line, that + 1)
            yield _found(scene, speaker, content, line.span(index, index + 1), line.span(*owner), act)


def _minded(scene: Scene, line: Line, before: Sequence[Speaker]) -> Iterator[Found]:
    """ "The chair is confident that …": a view told by an adjective of mind and a that-clause."""
    words = line.words
    for index in range(1, len(words) - 2):
        act = MINDED.get(words[index].text.lower())
        if act is None or words[index + 1].text.lower() != "that" or line.quoted[index]:
            continue
        groups = [g for g in line.verbs if g.last <= index and words[g.head].lemma in ("be", "remain", "feel")]
        source = subject(line, groups[-1]) if groups and not groups[-1].negated else None
        if source is not None and words[source[0]].text.lower() in ("it", "that", "this"):
            continue
        speaker = speaker_of(scene, line, *source, before) if source is not None else NOBODY
        if source is not None and speaker.known:
            content = clause_span(scene.page, line, index + 2)
            yield _found(scene, speaker, content, line.span(groups[-1].first, index + 1), line.span(*source), act)


def _put_it(scene: Scene, line: Line, before: Sequence[Speaker]) -> Iterator[Found]:
    """ "As the chair put it, …"."""
    words = line.words
    if len(words) < 6 or words[0].text.lower() != "as":
        return
    chunk = chunk_starting(line, 1)
    at = chunk.last if chunk is not None else 0
    if not chunk or at + 3 >= len(words) or words[at].lemma != "put" or words[at + 1].text.lower() != "it":
        return
    start = at + 3 if words[at + 2].text == "," else at + 2
    content = clause_span(scene.page, line, start)
    speaker = speaker_of(scene, line, 1, at, before)
    yield _found(scene, speaker, content, line.span(at, at + 2), line.span(1, at), Act.SAY)


def _owner(line: Line, noun: int) -> tuple[int, int] | None:
    """The genitive before a noun: "the company’s", "his"."""
    words = line.words
    before = noun - 1
    while before > 0 and words[before].tag == "ADJ":
        before -= 1
    if words[before].text in ("'s", "’s", "'", "’") and before > 0:
        person = next((p for p in line.people if p.last == before), None)
        if person is not None:
            return person.first, person.last
        chunk = next((c for c in line.chunks if c.first < before <= c.last), None)
        return (chunk.first, before) if chunk is not None else None
    return (before, before + 1) if words[before].text.lower() in ("his", "her", "their", "its") else None


def _found(scene: Scene, speaker: Speaker, content: Span, cue: Span | None, source: Span, act: Act) -> Found:
    quoted = any(q.outer.overlaps(content) for q in scene.page.quotes)
    mode = Mode.MIXED if quoted else Mode.INDIRECT
    anchor = anchor_at(scene, cue, source)
    told = telling(scene, replace(anchor, act=act) if anchor else None, (content,), mode, speaker)
    return speaker, attribution(told, Triple((content,), source, cue), speaker)
