"""Terms and days: what an instrument brings, when it took a state, and agreements told by a verb alone."""

from collections.abc import Iterator
from datetime import date

from pourparler.core.evidence import Span
from pourparler.core.moment import Precision
from pourparler.core.reading import InstrumentFrame
from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus
from pourparler.reading.conditions.holders import Voices, named_parties, parties_of
from pourparler.reading.conditions.phrases import MOST_WORDS, noun_phrase, span_of, text_of
from pourparler.reading.instruments.mentions import InstrumentMention
from pourparler.reading.instruments.nouns import instrument_nouns, word_list
from pourparler.reading.instruments.states import Telling
from pourparler.reading.scene import Line, Scene
from pourparler.text.clauses import VerbGroup, subject_of

NEAR = 40
"""Characters before and after the words of a state within which a day may stand; about eight words, not tuned."""


def terms_of(line: Line, mention: InstrumentMention, told: Telling | None, voices: Voices) -> Iterator[Span]:
    """What it brings: "under which …", "that would …", or what follows it as the subject of a verb of giving."""
    words, whole = line.words, line.parse
    if told is not None and told.verb.negated:
        return
    if told is not None and told.role == "subject" and words[told.verb.head].lemma in word_list("giving"):
        yield span_of(line, told.verb.first, clause_end(line, told.verb.last, voices))
        return
    at = (
        mention.last
        if mention.last == mention.end or words[min(mention.last, len(words) - 1)].text == ","
        else mention.end
    )
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
        yield span_of(line, at + 1, clause_end(line, verb.last, voices))


def clause_end(line: Line, first: int, voices: Voices) -> int:
    """Where a clause ends that has its verb before `first`: at the next comma, semicolon or dash outside quotation
    marks, at the end of the content it is said in, or of the sentence."""
    told = voices.at(line.words[first - 1].start, line.words[first - 1].end)
    last = line.index_at(told[1].end - 1) + 1 if told else len(line.words)
    for at in range(first, min(last, len(line.words))):
        if line.words[at].text in (",", ";", "–", "—", ".") and not line.quoted[at]:
            return at
    return min(last, len(line.words))


def day_of(scene: Scene, line: Line, evidence: Span) -> date | None:
    """The one day named in or beside the words of a state, None where there is none or more than one; not the day of a
    participle before its verb: "the text published on Monday is in force"."""
    aside = _aside(line, evidence)
    days = {
        time.when.start
        for time in scene.page.times_in(line.sentence.span)
        if time.when is not None
        and time.when.start == time.when.end
        and time.when.precision is Precision.DAY
        and evidence.start - NEAR <= time.start <= evidence.end + NEAR
        and not (aside is not None and aside.start < time.start < aside.end)
    }
    return days.pop() if len(days) == 1 else None


def _aside(line: Line, evidence: Span) -> Span | None:
    """From the first participle in the words of a state to their last finite verb, which tells it."""
    inside = [
        group
        for group in line.parse.groups
        if evidence.start <= line.words[group.first].start and line.words[group.last - 1].end <= evidence.end
    ]
    last = next((group for group in reversed(inside) if group.finite), None)
    opened = next((group for group in inside if not group.finite and not group.infinitive), None)
    if last is None or opened is None or opened.first >= last.first:
        return None
    return Span(line.words[opened.first].start, line.words[last.first].start)


def settled(scene: Scene, line: Line, voices: Voices) -> Iterator[InstrumentFrame]:
    """Agreements told by "settled": "the company settled on Monday for a 5 % raise"."""
    words, whole = line.words, line.parse
    for verb in whole.groups:
        if words[verb.head].lemma != "settle" or verb.passive or verb.negated or verb.tense != "past" or verb.modal:
            continue
        subject = subject_of(whole, verb)
        end = clause_end(line, verb.last, voices)
        if subject is None or (verb.last < end and words[verb.last].text.lower() in ("in", "into", "down")):
            continue
        at = next((n for n in range(verb.last, end) if words[n].text.lower() == "with"), None)
        sides = parties_of(scene, line, (subject.first, subject.last), voices)
        sides += named_parties(line, at, end) if at is not None else ()
        price = next((n for n in range(verb.last, end) if words[n].text.lower() == "for"), None)
        evidence = span_of(line, subject.first, end)
        if sides:
            yield InstrumentFrame(
                evidence=evidence,
                kind=InstrumentKind.AGREEMENT,
                title="settlement",
                parties=tuple(dict.fromkeys(sides)),
                status=InstrumentStatus.AGREED,
                on=day_of(scene, line, evidence),
                terms=(span_of(line, price + 1, end),) if price is not None and price + 1 < end else (),
            )


def agreed(scene: Scene, line: Line, voices: Voices) -> Iterator[InstrumentFrame]:
    """Agreements told by what several sides agreed to do or agreed on: "Oslo and Bern have agreed to open the border",
    "agreed on quotas"; where that is to extend or swap something known, it is an instrument of its kind."""
    words, whole = line.words, line.parse
    for number, verb in enumerate(whole.groups):
        if words[verb.head].lemma != "agree" or verb.negated or verb.modal or not verb.finite:
            continue
        deed = whole.groups[number + 1] if number + 1 < len(whole.groups) else None
        subject = subject_of(whole, verb)
        if subject is None:
            continue
        if deed is not None and deed.infinitive and _is_to_meet(line, deed):
            continue
        if deed is None or not deed.infinitive or deed.first > verb.last + 4:
            matter = _agreed_on(line, verb)
            what = None if matter is None else text_of(line, *matter)
            first, end = matter or (0, 0)
            kind, terms, title = InstrumentKind.AGREEMENT, None, f"agreement on {what}"
        else:
            end = clause_end(line, deed.last, voices)
            first, what = deed.first, text_of(line, deed.head, min(end, deed.head + MOST_WORDS))
            kind, terms, title = _kind_of(line, deed, end), (deed.first, end), f"agreement to {what}"
        sides = parties_of(scene, line, (subject.first, verb.first), voices)
        if len(sides) < 2:
            sides = parties_of(scene, line, (subject.first, subject.last), voices)
        if len(sides) < 2 or not what:
            continue
        evidence = span_of(line, subject.first, end)
        yield InstrumentFrame(
            evidence=evidence,
            kind=kind,
            title=title,
            parties=sides,
            status=InstrumentStatus.AGREED,
            on=day_of(scene, line, evidence),
            terms=(span_of(line, *terms),)
            if terms is not None and first + 1 < end and deed and deed.head + 1 < end
            else (),
        )


def _is_to_meet(line: Line, deed: VerbGroup) -> bool:
    """True for agreeing to meet, to talk or to go on with talks: on what they are about nothing is agreed."""
    if line.words[deed.head].lemma.lower() in word_list("meeting"):
        return True
    number = line.parse.chunk_from(deed.last)
    noun = line.words[line.parse.chunks[number].head].lemma.lower() if number is not None else ""
    return noun in word_list("talks") and noun not in instrument_nouns()


def _agreed_on(line: Line, verb: VerbGroup) -> tuple[int, int] | None:
    """The matter that was "agreed on", where it is no instrument by itself and no mere day or need."""
    words, at = line.words, verb.last
    if at + 1 >= len(words) or words[at].text.lower() not in ("on", "upon"):
        return None
    number = line.parse.chunk_from(at + 1)
    if number is None:
        return None
    chunk = line.parse.chunks[number]
    head = words[chunk.head]
    known = head.lemma.lower() in {*instrument_nouns(), *word_list("no_matter"), *word_list("talks")}
    if known or head.tag in ("PRON", "PROPN", "NUM") or words[chunk.first].text.lower() in ("no", "nothing"):
        return None
    return noun_phrase(line.parse, number, len(words))


def _kind_of(line: Line, deed: VerbGroup, end: int) -> InstrumentKind:
    """The kind of what sides agreed to do: swapping is an exchange, extending a truce a ceasefire."""
    lemma = line.words[deed.head].lemma
    if lemma in ("swap", "exchange"):
        return InstrumentKind.EXCHANGE
    number = line.parse.chunk_from(deed.last) if deed.last < end else None
    noun = line.words[line.parse.chunks[number].head].lemma.lower() if number is not None else ""
    known = instrument_nouns().get(noun)
    if known is not None and known.kind in (InstrumentKind.CEASEFIRE, InstrumentKind.EXCHANGE):
        return known.kind
    return InstrumentKind.AGREEMENT
