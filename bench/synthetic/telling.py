"""Sentences about meetings, standpoints, ties and papers, each with the frame that a perfect reader makes of it."""

import re
from datetime import date, timedelta

from bench.synthetic import phrases
from bench.synthetic.details import Details, exact
from bench.synthetic.page import Words
from bench.synthetic.truth import Encounter, Paper, Person, Standpoint, Tie
from bench.synthetic.writer import Writer
from pourparler.core.moment import Precision, When
from pourparler.core.reading import ConditionFrame, InstrumentFrame, MeetingFrame, PositionFrame
from pourparler.core.vocabulary import InstrumentStatus, MeetingKind, MeetingStatus

ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
VOICED = 0.3
"""How often something is told in the voice of one who took part."""

AGAIN = 0.2
"""How often a meeting, or a paper, is named again in the same report by a bare word."""

_LABELS: dict[MeetingKind, tuple[tuple[str, str], ...]] = {
    MeetingKind.TALKS: (("", "talks"), ("", "negotiations"), ("a", "new round of talks")),
    MeetingKind.MEETING: (("a", "meeting"), ("a", "working meeting"), ("an", "encounter")),
    MeetingKind.SUMMIT: (("a", "summit"), ("a", "summit meeting")),
    MeetingKind.CALL: (("a", "telephone call"), ("a", "phone call"), ("a", "call")),
}
_OPTIONAL = re.compile(r"\[[^\]]*\]")


def tell_meeting(writer: Writer, told: Details) -> None:
    """A meeting; now and then it is named a second time by a bare word."""
    met, random = told.met, writer.random
    kind, article, label = _label(writer, told)
    template = _template(writer, told)
    about = writer.form(met.about) if _needs(template, "about") or random.random() < 0.5 else None
    words: dict[str, Words | None] = {
        "label": f"{article} {label}".strip(),
        "place": told.place,
        "on": _on(told.when, told.status),
        "about": about,
        "n": str(random.randint(2, 70)),
        "people": writer.people(told.people) if told.people and "{people}" in template else None,
        "sides": writer.bodies(told.sides) if "{sides}" in template else None,
        "mediators": writer.bodies(met.mediators) if met.mediators and "{mediators}" in template else None,
    }
    voice = random.choice(met.people) if random.random() < VOICED else None
    sentence = writer.tell(template, words, voice)
    placed = sentence.placed
    frame = MeetingFrame(
        evidence=sentence.whole,
        kind=kind,
        status=told.status,
        title=f"{label} on {about}" if "about" in placed and about else label,
        when=told.when if "on" in placed else None,
        place=(told.place,) if told.place and "place" in placed else (),
        parties=tuple(side.name for side in told.sides) if "sides" in placed else _parties(told.people),
        people=tuple(person.name for person in told.people) if "people" in placed else (),
        mediators=tuple(body.name for body in met.mediators) if "mediators" in placed else (),
        round=told.round,
        agenda=(placed["about"],) if "about" in placed else (),
    )
    sentence.add(met.key, frame)
    if random.random() < AGAIN:
        word = "call" if met.kind is MeetingKind.CALL else "talks" if kind is MeetingKind.TALKS else "meeting"
        words = {"word": word, "town": writer.words("{town}")}
        again = writer.tell("the {word} drew wide attention in {town}", words, go_on=True)
        again.add(met.key, MeetingFrame(again.whole, kind, told.status, word))


def _template(writer: Writer, told: Details) -> str:
    """A wording that has room for what is told: a call is told with those who spoke, where they are known."""
    call, one = told.met.kind is MeetingKind.CALL, len(told.sides) == 1
    if one and told.status in phrases.ONE_SIDE:
        templates: tuple[str, ...] = phrases.ONE_SIDE[told.status]
    else:
        templates = phrases.CALLS if call else phrases.MEETINGS[told.status]
    fitting = [
        each
        for each in templates
        if ("{on}" in each or told.when is None)
        and ("{place}" in each or told.place is None)
        and (not _needs(each, "people") or len(told.people) == len(told.met.sides))
        and (not told.people or not call or "{people}" in each)
        and (one is False or "between {sides}" not in each)
    ]
    return writer.random.choice(fitting or templates)


def tell_denial(writer: Writer, told: Details) -> None:
    """A side denies that the meeting came about."""
    one, *others = told.sides if writer.random.random() < 0.5 else told.sides[::-1]
    word = "call" if told.met.kind is MeetingKind.CALL else "meeting"
    template = writer.random.choice(phrases.MEETINGS[MeetingStatus.DENIED])
    words: dict[str, Words | None] = {
        "side": writer.body(one),
        "other": writer.bodies(others),
        "place": told.place,
        "on": _on(told.when, told.status),
        "word": word,
    }
    sentence = writer.tell(template, words)
    frame = MeetingFrame(
        evidence=sentence.whole,
        kind=told.met.kind if word == "call" else MeetingKind.MEETING,
        status=MeetingStatus.DENIED,
        title=word,
        when=told.when,
        place=(told.place,) if told.place else (),
        parties=tuple(side.name for side in told.sides),
    )
    sentence.add(told.met.key, frame)


def tell_standpoint(writer: Writer, held: Standpoint) -> None:
    """A stance, in the outlet's voice or in that of one of its side."""
    issue = writer.form(held.issue)
    template = writer.random.choice(phrases.STANCES[held.stance])
    voice = _voice(writer, held.voices)
    words: dict[str, Words | None] = {"party": writer.body(held.party), "issue": issue, "word": None}
    sentence = writer.tell(template, words, voice)
    who = voice.name if voice else None
    sentence.add(held.key, PositionFrame(sentence.whole, held.stance, issue, held.party.name, who))


def tell_tie(writer: Writer, tie: Tie) -> None:
    """A condition, in the outlet's voice or in that of one of its side."""
    blocks, requires = writer.form(tie.blocks), writer.form(tie.requires)
    template = writer.random.choice(phrases.TIES[tie.operator])
    voice = _voice(writer, tie.voices)
    words: dict[str, Words | None] = {
        "party": writer.body(tie.holder),
        "blocks": blocks,
        "bare": bare(blocks),
        "requires": requires,
    }
    sentence = writer.tell(template, words, voice)
    who = voice.name if voice else None
    frame = ConditionFrame(sentence.whole, tie.operator, blocks, requires, tie.holder.name, who)
    sentence.add(tie.key, frame)


def tell_paper(writer: Writer, paper: Paper, step: tuple[date, InstrumentStatus], wrong: bool) -> bool:
    """An instrument in its last known state, now and then with its terms; True when its day is told, and is wrong."""
    random, (day, status) = writer.random, step
    title = paper.titles[(writer.outlet.taste + random.randrange(2)) % len(paper.titles)]
    chance = random.random()
    known = phrases.NO_SIDES if chance < 0.12 else phrases.ONE_SIGNS if chance < 0.22 else phrases.PAPERS
    sides = () if known is phrases.NO_SIDES else paper.sides[:1] if known is phrases.ONE_SIGNS else paper.sides
    template = random.choice(known[status] if status in known else phrases.PAPERS[status])
    if status not in known:
        sides = paper.sides
    told = day if "{on}" in template and random.random() < 0.6 else None
    wrong = wrong and told is not None and status in (InstrumentStatus.SIGNED, InstrumentStatus.AGREED)
    told = told - timedelta(days=1) if wrong and told else told
    words: dict[str, Words | None] = {
        "title": f"{_article(title, status)} {title}",
        "on": _on(exact(told, told, writer.on)) if told else None,
        "sides": writer.bodies(sides) if sides else None,
    }
    sentence = writer.tell(template, words)
    parties = tuple(side.name for side in sides)
    subject = writer.form(paper.subject) if random.random() < 0.3 and "subject" in template else None
    frame = InstrumentFrame(sentence.whole, paper.kind, title, parties, subject, status, told)
    sentence.add(paper.key, frame)
    if random.random() < 2 * AGAIN:
        word = title.split(" on ")[0].split()[-1]
        terms = random.choice(paper.terms)
        words = {"word": word, "terms": terms}
        more = writer.tell("the {word} provides for {terms}", words, go_on=True)
        more.add(paper.key, InstrumentFrame(more.whole, paper.kind, word, terms=(more.placed["terms"],)))
    return wrong


def _voice(writer: Writer, voices: tuple[Person, ...]) -> Person | None:
    """Who of a side says it; None for the outlet's own voice."""
    return writer.random.choice(voices) if voices and writer.random.random() < 2 * VOICED else None


def _label(writer: Writer, told: Details) -> tuple[MeetingKind, str, str]:
    """What the meeting is called here: its kind as worded, the article, the words."""
    random, kind = writer.random, told.met.kind
    if told.round is not None:
        ordinal = ORDINALS[told.round - 1] if told.round <= len(ORDINALS) else f"{told.round}th"
        return MeetingKind.TALKS, "the", f"{ordinal} round of talks"
    if kind in (MeetingKind.TALKS, MeetingKind.MEETING) and random.random() < 0.25:
        kind = MeetingKind.MEETING if kind is MeetingKind.TALKS else MeetingKind.TALKS
    article, words = random.choice(_LABELS[kind])
    return kind, article, words


def _on(when: When | None, status: MeetingStatus | None = None) -> str | None:
    """Days as they stand in a sentence."""
    if when is None:
        return None
    if when.precision is Precision.DAY:
        return f"{'for' if status is None and not when.said else 'on'} {when.said}"
    if when.precision is Precision.SPAN:
        return f"from {when.said}"
    return when.said if when.said.split()[0] in ("this", "next", "last") else f"in {when.said}"


def _parties(people: tuple[Person, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person.party.name for person in people))


def _needs(template: str, slot: str) -> bool:
    """True when a template cannot do without a slot."""
    return f"{{{slot}}}" in _OPTIONAL.sub("", template)


def _article(title: str, status: InstrumentStatus) -> str:
    """`an agreement` while it is new, `the agreement` after; what is named after a place has `the` from the start."""
    if status is not InstrumentStatus.PROPOSED or (title.split()[0][0].isupper() and " on " not in title):
        return "the"
    return "an" if title[0] in "aeiouAEIOU" else "a"


def bare(phrase: str) -> str:
    """A noun phrase without its article."""
    for article in ("a ", "an ", "the ", "its "):
        if phrase.startswith(article):
            return phrase.removeprefix(article)
    return phrase


__all__ = ["Encounter", "bare", "tell_denial", "tell_meeting", "tell_paper", "tell_standpoint", "tell_tie"]
