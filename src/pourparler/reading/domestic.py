"""Sides that the page tells rather than the sentence: of a report with but one state, of a heading about a state."""

from collections.abc import Iterable, Sequence

from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.people import PersonNaming
from pourparler.reading.roles import side_of
from pourparler.text.gazetteer import fold, load_gazetteer
from pourparler.text.words import Sentence
from pourparler.text.world import OfficeRank

STATES = (NamingKind.STATE, NamingKind.DEMONYM, NamingKind.SEAT, NamingKind.CAPITAL)
MOST_OF_HEADING = 12
"""Words of the longest heading above a section."""

HEADS = (OfficeRank.HEAD_OF_STATE, OfficeRank.HEAD_OF_GOVERNMENT)
RULING = (*HEADS, OfficeRank.MINISTER)
OPENING = 2
"""Words before a state that opens a sentence, at most: "The government of"."""


def settle_at_home(text: str, people: Iterable[PersonNaming], named: Sequence[Sequence[Naming]]) -> None:
    """Give a "President X" without a country the only state of the report, when its seat of government is named too.

    A president in small letters may be a union's or a company's, and is left alone.
    """
    states = {side_of(naming).party for line in named for naming in line if naming.kind in STATES}
    seated = any(naming.kind is NamingKind.SEAT for line in named for naming in line)
    if len(states) != 1 or not seated:
        return
    offices = load_gazetteer().offices
    for naming in people:
        office = offices.get(fold(naming.person.office or ""))
        titled = naming.phrase.start < naming.span.start and naming.phrase.of(text)[:1].isupper()
        if naming.person.party is None and office is not None and office.rank in HEADS and titled:
            naming.person.party = next(iter(states))


def settle_under_headings(
    sentences: Sequence[Sentence], people: Iterable[PersonNaming], named: Sequence[Sequence[Naming]]
) -> None:
    """Give a person without a side who opens the text under a heading about one state ("Peru objects") that state."""
    found = list(people)
    for number, sentence in enumerate(sentences[1:], 1):
        above = sentences[number - 1]
        if above.paragraph == sentence.paragraph or above.words[-1].text in (".", "!", "?", ":", "”", '"'):
            continue
        stamp = next((i for i, word in enumerate(above.words) if word.text[0].isalpha()), 0)
        opening = next((n for n in named[number - 1] if n.first == stamp and n.kind is NamingKind.STATE), None)
        if opening is None or len(above.words) <= opening.last or len(above.words) > MOST_OF_HEADING:
            continue
        state = side_of(opening).party
        told = {side_of(n).party for n in named[number - 1] if n.kind in STATES}
        first = next((p for p in found if p.sentence == number and p.first == 0), None)
        verb = above.words[opening.last]
        says = verb.tag in ("VERB", "AUX") or verb.text.lower().endswith("s")
        if says and told == {state} and first is not None and not first.person.unsure:
            first.person.party = first.person.party or state


def settle_after_states(
    sentences: Sequence[Sentence], people: Iterable[PersonNaming], named: Sequence[Sequence[Naming]]
) -> None:
    """Give "President X" without a country, who says what "it" will do, the one state that opens the sentence before:
    "Peru's government answered. It would wait, President X said."."""
    offices = load_gazetteer().offices
    for naming in people:
        number, person = naming.sentence, naming.person
        office = offices.get(fold(person.office or ""))
        titled = naming.phrase.start < naming.span.start
        if person.party or person.unsure or not titled or office is None or office.rank not in RULING or number == 0:
            continue
        own = {side_of(n).party for n in named[number] if n.kind in STATES}
        before = {side_of(n).party for n in named[number - 1] if n.kind in STATES}
        opening = next((n for n in named[number - 1] if n.kind in STATES and n.first <= OPENING), None)
        if sentences[number].words[0].text == "It" and len(before) == 1 and opening is not None and not own - before:
            person.party = next(iter(before))
