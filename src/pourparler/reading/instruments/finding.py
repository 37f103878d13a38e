"""Finds the instruments of a report: each telling of one, tied to the earlier tellings of the same."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pourparler.core.reading import Attribution, InstrumentFrame
from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus
from pourparler.reading.conditions.holders import Voices, holder_of, main_sides, named_parties, parties_of, speaker
from pourparler.reading.conditions.phrases import span_of
from pourparler.reading.instruments.mentions import OWNERS, InstrumentMention, mentions
from pourparler.reading.instruments.nouns import instrument_nouns, word_list
from pourparler.reading.instruments.states import (
    Telling,
    being,
    is_ahead,
    is_conditional,
    is_hypothetical,
    state_verb,
    telling,
)
from pourparler.reading.instruments.terms import agreed, clause_end, day_of, settled, terms_of
from pourparler.reading.scene import Line, Scene
from pourparler.text.clauses import Parse, subject_of

REACH = 2
"""Sentences over which "it" can mean an instrument told before."""

_SETTLED = (InstrumentStatus.AGREED, InstrumentStatus.SIGNED, InstrumentStatus.IN_FORCE)
_VAGUE = (InstrumentStatus.UNDER_NEGOTIATION, InstrumentStatus.PROPOSED)


@dataclass(slots=True)
class Known:
    """An instrument of this report: the index of its first frame, and what its frames told of it so far."""

    index: int
    kind: InstrumentKind
    nouns: set[str]
    parties: set[str]
    words: set[str]
    line: int


def find_instruments(scene: Scene, said: tuple[Attribution, ...]) -> tuple[InstrumentFrame, ...]:
    """The instruments that a report tells, in the order of the text."""
    voices = Voices(said)
    frames: list[InstrumentFrame] = []
    known: list[Known] = []
    for line in scene.lines:
        if not _may_tell(line):
            continue
        whole = line.parse
        for mention in mentions(line, whole):
            told = telling(line, whole, mention)
            if told is not None and is_conditional(line, told.verb):
                if mention.state in (None, InstrumentStatus.AGREED):
                    continue
                told = replace(told, status=mention.state)
            if told is not None and _is_agreed_to(line, told):
                continue
            if told is not None and _is_ones_word(scene, line, mention, told, voices):
                continue
            frame = _frame(scene, line, whole, mention, told, voices)
            _enter(frames, known, frame, mention, line)
        for frame in _of_it(scene, line, known, frames, voices):
            frames.append(frame)
        for frame in (*settled(scene, line, voices), *agreed(scene, line, voices)):
            _enter_settled(frames, known, frame, line)
    return tuple(frames)


def _of_it(
    scene: Scene, line: Line, known: list[Known], frames: list[InstrumentFrame], voices: Voices
) -> Iterator[InstrumentFrame]:
    """What is told of "it" where that can only be the instrument told before: "it still has to be ratified"."""
    last = max(known, key=lambda one: one.line, default=None)
    if last is None or line.number - last.line > REACH:
        return
    whole, words = line.parse, line.words
    for verb in whole.groups:
        subject = subject_of(whole, verb) if verb.finite and not is_hypothetical(line, whole, verb) else None
        if subject is None or words[subject.head].text.lower() != "it" or subject.first >= verb.first:
            continue
        end = clause_end(line, verb.last, voices)
        if words[verb.head].lemma in word_list("showing") and not verb.passive:
            yield replace(
                frames[last.index],
                evidence=span_of(line, subject.first, end),
                status=None,
                on=None,
                terms=(span_of(line, subject.first, end),),
                same_as=last.index,
            )
        state = state_verb(line, verb, "object") if verb.passive and not verb.negated else None
        status = (state.coming if is_ahead(line, whole, verb) else state.done) if state else being(line, verb)
        if status is not None:
            evidence = span_of(line, subject.first, verb.last)
            yield replace(
                frames[last.index],
                evidence=evidence,
                status=status,
                on=day_of(scene, line, evidence),
                terms=(),
                same_as=last.index,
            )


def _enter_settled(frames: list[InstrumentFrame], known: list[Known], frame: InstrumentFrame, line: Line) -> None:
    """Add what is told by "settled", tied to an arrangement of the same sides told before."""
    sides = set(frame.parties)
    same = next(
        (one for one in reversed(known) if one.kind is frame.kind and one.parties and one.parties & sides), None
    )
    if same is None:
        known.append(Known(len(frames), frame.kind, {"settlement"}, sides, set(), line.number))
    frames.append(replace(frame, same_as=same.index if same else None))


def _is_agreed_to(line: Line, told: Telling) -> bool:
    """True for the object of what sides "agreed to" do: that is told by the agreement to do it."""
    groups = line.parse.groups
    before = next((g for g in reversed(groups) if g.last <= told.verb.first), None)
    lasting = line.words[told.verb.head].lemma in word_list("lengthening")
    return lasting and told.verb.infinitive and before is not None and line.words[before.head].lemma == "agree"


def _is_ones_word(scene: Scene, line: Line, mention: InstrumentMention, told: Telling, voices: Voices) -> bool:
    """True when one side alone says yes or no to what needs two: that is a position of that side and no state."""
    lemma = line.words[told.verb.head].lemma
    if mention.noun.owned or told.role != "object" or told.subject is None or lemma not in word_list("answering"):
        return False
    sides = _parties(scene, line, mention, told, voices)
    return len(sides) < 2 and (told.hypothetical or mention.noun.told) and not mention.definite


def _may_tell(line: Line) -> bool:
    nouns = instrument_nouns()
    return any(w.lemma.lower() in ("settle", "agree", "it") for w in line.words) or any(
        w.lemma.lower() in nouns or w.text.lower() in nouns for w in line.words
    )


def _enter(
    frames: list[InstrumentFrame], known: list[Known], frame: InstrumentFrame, mention: InstrumentMention, line: Line
) -> None:
    """Add a frame, tied to the instrument it tells of; what tells too little of an unknown one is dropped."""
    same = _same(known, frame, mention)
    if same is None and not _stands_alone(frame, mention):
        return
    if same is None:
        same = Known(len(frames), frame.kind, set(), set(), set(), line.number)
        known.append(same)
        frames.append(frame)
    else:
        frames.append(replace(frame, same_as=same.index))
    same.nouns.add(mention.noun.noun)
    same.parties.update(frame.parties)
    same.words.update(mention.words)
    same.line = line.number


def _stands_alone(frame: InstrumentFrame, mention: InstrumentMention) -> bool:
    """True when a frame tells enough to be an instrument by itself: a state or terms, and whose or what it is."""
    if frame.status is None and (not frame.terms or mention.noun.told):
        return False
    if mention.plural and not frame.parties:
        return False
    if frame.status in _SETTLED and frame.kind is InstrumentKind.DOCUMENT and frame.subject:
        return True
    if frame.status is InstrumentStatus.UNDER_NEGOTIATION and mention.state is InstrumentStatus.DRAFTED:
        return True
    if frame.status in _VAGUE and not mention.noun.owned:
        return len(frame.parties) > 1 or (bool(frame.parties or mention.subject) and not mention.noun.told)
    return bool(frame.parties) or not mention.noun.told


def _same(known: list[Known], frame: InstrumentFrame, mention: InstrumentMention) -> Known | None:
    """The instrument of this report that a frame tells of again, the latest first."""
    if mention.plural or mention.apart:
        return None
    return next((one for one in reversed(known) if _fits(one, frame, mention)), None)


def _fits(one: Known, frame: InstrumentFrame, mention: InstrumentMention) -> bool:
    """True when a frame may tell of a known instrument: no other kind, parties or subject."""
    noun, parties = mention.noun.noun, set(frame.parties)
    general = word_list("general")
    if noun not in one.nouns and not (noun in general and one.nouns & general):
        return bool(mention.noun.owned and parties & one.parties and one.words & {noun})
    if parties and one.parties and not (parties <= one.parties or one.parties <= parties):
        return False
    if mention.noun.owned and not mention.definite and not parties & one.parties:
        return False
    if mention.words and one.words:
        return bool(mention.words & one.words)
    return mention.definite or noun in general


def _frame(
    scene: Scene, line: Line, whole: Parse, mention: InstrumentMention, told: Telling | None, voices: Voices
) -> InstrumentFrame:
    """What one mention and its verb tell."""
    terms = tuple(terms_of(line, mention, told, voices))
    status = (told.status if told else None) or mention.state
    if status is None and told is None and _is_basis(line, mention):
        status = InstrumentStatus.AGREED
    parties = _parties(scene, line, mention, told, voices)
    if len(parties) < 2 and not mention.noun.owned and terms:
        first, last = line.index_at(terms[0].start), line.index_at(terms[0].end - 1) + 1
        parties = tuple(dict.fromkeys((*parties, *named_parties(line, first, last, places=True))))[:2]
    first, last = mention.first, mention.end
    if told is not None:
        first = min(first, told.verb.first, told.subject.first if told.subject else first)
        last = max(last, told.verb.last)
    lasting = mention.noun.kind in (InstrumentKind.CEASEFIRE, InstrumentKind.EXCHANGE)
    if not parties and lasting and mention.definite and status is not None:
        parties = main_sides(scene)
    evidence = span_of(line, first, last)
    return InstrumentFrame(
        evidence=evidence,
        kind=mention.noun.kind,
        title=mention.title,
        parties=parties,
        subject=mention.subject,
        status=status,
        on=day_of(scene, line, evidence) if status else None,
        terms=terms,
    )


def _is_basis(line: Line, mention: InstrumentMention) -> bool:
    """True for "under a deal": what is done under it, it holds."""
    before = line.words[mention.first - 1].text.lower() if mention.first else ""
    return before == "under" and not mention.definite and mention.noun.kind is InstrumentKind.AGREEMENT


def _parties(
    scene: Scene, line: Line, mention: InstrumentMention, told: Telling | None, voices: Voices
) -> tuple[str, ...]:
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
        at = next(
            (n for n in range(mention.last, mention.end) if line.words[n].text.lower() in ("between", "with")), None
        )
        if at is not None:
            found += named_parties(line, at, min(len(line.words), mention.end + 3))
    answering = told is not None and line.words[told.verb.head].lemma in word_list("answered")
    if told is not None and told.subject is not None and not (mention.noun.owned and answering):
        found += parties_of(scene, line, (told.subject.first, told.verb.first), voices) or parties_of(
            scene, line, (told.subject.first, told.subject.last), voices
        )
    if not found and told is not None and line.words[told.verb.head].lemma == "face":
        teller = speaker(voices.at(line.words[told.verb.first].start, line.words[told.verb.last - 1].end))
        found += [teller.party] if teller is not None and teller.party else []
    return tuple(dict.fromkeys(found))[: 1 if mention.noun.owned else 4]


def _owner(
    scene: Scene, line: Line, mention: InstrumentMention, told: Telling | None, voices: Voices
) -> tuple[str, ...]:
    """Whose "its" or "their" instrument is."""
    if told is not None and told.subject is not None:
        return parties_of(scene, line, (told.subject.first, told.subject.last), voices)
    holder = holder_of(scene, line, (mention.first, mention.first + 1), voices)
    return (holder.party,) if holder and holder.party else ()
