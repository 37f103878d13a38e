"""Finds the instruments of a report: each telling of a document or arrangement, tied to the earlier ones of the same."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from pourparler.core.evidence import Span
from pourparler.core.moment import Precision
from pourparler.core.reading import Attribution, InstrumentFrame
from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus
from pourparler.reading.conditions.holders import Voices, holder_of, named_parties, parties_of
from pourparler.reading.conditions.phrases import span_of
from pourparler.reading.instruments.mentions import OWNERS, InstrumentMention, mentions
from pourparler.reading.instruments.nouns import instrument_nouns, word_list
from pourparler.reading.instruments.states import Telling, telling
from pourparler.reading.scene import Line, Scene
from pourparler.text.clauses import Parse, parse, subject_of

REACH = 3
"""Sentences over which "it" can mean an instrument told before."""


@dataclass(slots=True)
class Known:
    """An instrument of this report: the index of its first frame, and what its frames told of it so far."""

    index: int
    kind: InstrumentKind
    owned: bool
    nouns: set[str]
    parties: set[str]
    words: set[str]
    line: int
    frames: list[int] = field(default_factory=list)


def find_instruments(scene: Scene, said: tuple[Attribution, ...]) -> tuple[InstrumentFrame, ...]:
    """The instruments that a report tells, in the order of the text."""
    voices = Voices(said)
    frames: list[InstrumentFrame] = []
    known: list[Known] = []
    for line in scene.lines:
        if not _may_tell(line):
            continue
        whole = parse(line.sentence)
        for mention in mentions(line, whole):
            told = telling(line, whole, mention)
            frame = _frame(scene, line, whole, mention, told, voices)
            _enter(frames, known, frame, mention, line)
    return tuple(frames)


def _may_tell(line: Line) -> bool:
    nouns = instrument_nouns()
    return any(w.lemma.lower() in nouns or w.text.lower() in nouns for w in line.words if w.tag in ("NOUN", "PROPN"))


def _enter(frames: list[InstrumentFrame], known: list[Known], frame: InstrumentFrame, mention: InstrumentMention, line: Line) -> None:
    """Add a frame, tied to the instrument it tells of; a bare mention of an unknown one is dropped."""
    same = _same(known, frame, mention)
    tells = frame.status is not None or bool(frame.terms)
    if same is None and (not tells or (mention.noun.told and frame.status is None)):
        return
    if same is None and not frame.parties and mention.noun.told:
        return
    index = len(frames)
    if same is None:
        same = Known(index, frame.kind, mention.noun.owned, set(), set(), set(), line.number)
        known.append(same)
        frames.append(frame)
    else:
        frames.append(replace(frame, same_as=same.index))
    same.nouns.add(mention.noun.noun)
    same.parties.update(frame.parties)
    same.words.update(mention.words)
    same.line = line.number


def _same(known: list[Known], frame: InstrumentFrame, mention: InstrumentMention) -> Known | None:
    """The instrument of this report that a frame tells of again, the latest first."""
    for one in reversed(known):
        kinds = one.kind is frame.kind or (one.kind is InstrumentKind.DOCUMENT and not mention.definite)
        if not kinds and not (mention.noun.noun in one.nouns):
            continue
        parties = set(frame.parties)
        apart = parties and one.parties and not (parties <= one.parties or one.parties <= parties)
        if apart or mention.plural:
            continue
        if mention.noun.owned and mention.noun.noun not in one.nouns and not parties & one.parties:
            continue
        if mention.definite and (not mention.words or mention.words & one.words or not one.words):
            return one
        if mention.words & one.words:
            return one
    return None


def _frame(
    scene: Scene, line: Line, whole: Parse, mention: InstrumentMention, told: Telling | None, voices: Voices
) -> InstrumentFrame:
    """What one mention and its verb tell."""
    terms = tuple(_terms(line, whole, mention, told))
    status = (told.status if told else None) or mention.state
    parties = _parties(scene, line, mention, told, voices)
    if len(parties) < 2 and not mention.noun.owned and terms:
        first, last = line.index_at(terms[0].start), line.index_at(terms[0].end - 1) + 1
        parties = tuple(dict.fromkeys((*parties, *named_parties(line, first, last))))[:2]
    first, last = mention.first, mention.end
    if told is not None:
        first = min(first, told.verb.first, told.subject.first if told.subject else first)
        last = max(last, told.verb.last)
    evidence = span_of(line, first, last)
    return InstrumentFrame(
        evidence=evidence,
        kind=mention.noun.kind,
        title=mention.title,
        parties=parties,
        subject=mention.subject,
        status=status,
        on=_day(scene, line, evidence, status) if status else None,
        terms=terms,
    )


def _parties(scene: Scene, line: Line, mention: InstrumentMention, told: Telling | None, voices: Voices) -> tuple[str, ...]:
    """The sides of an instrument: its owner, those it is between, and the subject of the verb that tells of it."""
    opener = line.words[mention.first].text.lower()
    found: list[str] = []
    if opener in OWNERS:
        owner = _owner(scene, line, mention, told, voices)
        found += owner
    else:
        found += named_parties(line, mention.first, mention.last)
    if mention.noun.owned and found:
        return tuple(dict.fromkeys(found))[:1]
    if not mention.noun.owned:
        at = next((n for n in range(mention.last, mention.end) if line.words[n].text.lower() in ("between", "with")), None)
        if at is not None:
            found += named_parties(line, at, min(len(line.words), mention.end + 3))
    if told is not None and told.subject is not None:
        found += parties_of(scene, line, (told.subject.first, told.verb.first), voices) or parties_of(
            scene, line, (told.subject.first, told.subject.last), voices
        )
    return tuple(dict.fromkeys(found))[: 1 if mention.noun.owned else 4]


def _owner(scene: Scene, line: Line, mention: InstrumentMention, told: Telling | None, voices: Voices) -> tuple[str, ...]:
    """Whose "its" or "their" instrument is."""
    if told is not None and told.subject is not None:
        return parties_of(scene, line, (told.subject.first, told.subject.last), voices)
    holder = holder_of(scene, line, (mention.first, mention.first + 1), voices)
    return (holder.party,) if holder and holder.party else ()


def _terms(line: Line, whole: Parse, mention: InstrumentMention, told: Telling | None) -> Iterator[Span]:
    """What it brings: "under which …", "that would …", or what follows it as the subject of a verb of giving."""
    words = line.words
    if told is not None and told.role == "subject" and words[told.verb.head].lemma in word_list("giving"):
        yield span_of(line, told.verb.first, _end(line, told.verb.last))
        return
    at = mention.last if mention.last == mention.end or words[min(mention.last, len(words) - 1)].text == "," else mention.end
    while at < len(words) and (words[at].text == "," or words[at].tag == "ADP"):
        at += 1
    if at >= len(words) or words[at].text.lower() not in ("which", "that"):
        return
    verb = next((g for g in whole.groups if g.first > at and g.finite), None)
    if verb is None:
        return
    under = words[at - 1].text.lower() in ("under", "by", "in")
    direct = verb.first == at + 1 or all(w.tag == "ADV" for w in words[at + 1 : verb.first])
    if under or (direct and words[verb.head].lemma in word_list("giving")):
        yield span_of(line, at + 1, _end(line, verb.last))


def _end(line: Line, first: int) -> int:
    """Where a clause ends that has its verb before `first`: at the next comma, semicolon or dash, or at the sentence's end."""
    for at in range(first, len(line.words)):
        if line.words[at].text in (",", ";", "–", "—", ".") and not line.quoted[at]:
            return at
    return len(line.words)


def _day(scene: Scene, line: Line, evidence: Span, status: InstrumentStatus) -> date | None:
    """The one day named in the clause of a state, None where there is none or more than one."""
    near = [
        time.when.start
        for time in scene.page.times_in(line.sentence.span)
        if time.when and time.when.start and time.when.precision is Precision.DAY and time.when.start == time.when.end
        and evidence.start - 40 <= time.start <= evidence.end + 40
    ]
    days = set(near)
    return days.pop() if len(days) == 1 else None
