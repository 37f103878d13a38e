"""One quotation told twice in a report, as by a headline and its story: the words are of one speaker."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution, Mention
from pourparler.core.vocabulary import ActorKind, Mode
from pourparler.reading.scene import Scene

LEAST = 6
"""Words that two quotations must share for them to be one; fewer are common turns of speech. Set by hand."""

_WORD = re.compile(r"\w+")


def with_one_speaker(scene: Scene, said: Sequence[Attribution]) -> tuple[tuple[Attribution, ...], tuple[Mention, ...]]:
    """Attributions in which a quotation told twice has one speaker, and new mentions of the people so found.

    Where one telling has a title or pronoun without a name ("the president of Norland") and the other a person, the
    first gets the name; a person without a party gets the one that goes with the title, in all attributions of the
    report. Nothing is changed where the tellings name two people or two parties, or where the speaker is unnamed.
    """
    people = {naming.person.name for line in scene.lines for naming in line.people}
    named = [one for one in said if one.speaker in people and one.mode is not Mode.INDIRECT]
    bearers = {place: bearer for place, one in enumerate(said) if (bearer := _bearer(scene, one, named))}
    parties = dict(_parties(said, bearers))
    mentions = []
    found = list(said)
    for place, bearer in bearers.items():
        one, name = said[place], bearer.speaker or ""
        party = bearer.party or parties.get(name)
        found[place] = replace(one, speaker=name, party=party or one.party, office=None)
        if one.source is not None and one.party:
            mentions.append(Mention(one.source, ActorKind.PERSON, name, one.party, one.office))
    told = (
        replace(one, party=parties[one.speaker]) if one.party is None and one.speaker in parties else one
        for one in found
    )
    return tuple(told), tuple(mentions)


def _bearer(scene: Scene, one: Attribution, named: Sequence[Attribution]) -> Attribution | None:
    """The telling by a person of what this one without a name quotes; None where there is none, or several differ."""
    if one.speaker is not None or one.anonymous or one.mode is Mode.INDIRECT:
        return None
    words = _words(scene, one)
    if len(words.split()) < LEAST:
        return None
    same = [other for other in named if _holds(words, _words(scene, other))]
    people = {other.speaker for other in same}
    parties = {party for party in (one.party, *(other.party for other in same)) if party}
    return same[0] if len(people) == 1 and len(parties) < 2 else None


def _parties(said: Sequence[Attribution], bearers: Mapping[int, Attribution]) -> Iterator[tuple[str, str]]:
    """The parties of people whom nothing else in the report gives one."""
    known = {one.speaker for one in said if one.party}
    for place, bearer in bearers.items():
        party = said[place].party
        if bearer.speaker and party and bearer.speaker not in known:
            yield bearer.speaker, party


def _words(scene: Scene, one: Attribution) -> str:
    """The words of a quotation in lower case, blanks between and around them."""
    spans: Sequence[Span] = one.content
    found = [word.casefold() for span in spans for word in _WORD.findall(span.of(scene.text))]
    return f" {' '.join(found)} "


def _holds(words: str, others: str) -> bool:
    """True where one of two quotations holds the other, of so many words at least."""
    shorter = min(words, others, key=len)
    return len(shorter.split()) >= LEAST and (words in others or others in words)
