"""Stances named by a noun: "Oslo’s demand for a guarantee", "its refusal to sign"; see `stance_nouns.csv`."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files

from pourparler.core.reading import PositionFrame
from pourparler.core.vocabulary import Stance
from pourparler.reading.conditions.holders import Holder, Voices, holder_of, named_parties, speaker
from pourparler.reading.conditions.phrases import bare, noun_phrase, object_of, span_of, text_of
from pourparler.reading.positions.issues import Issue, done
from pourparler.reading.scene import Line, Scene
from pourparler.text.clauses import NounChunk

MARKS = frozenset(("'s", "’s", "'", "’"))
ADDRESSED = frozenset(("offer", "proposal", "request", "demand", "appeal", "call", "suggestion"))
"""Nouns that "to" ties to whom they are made, where no infinitive follows."""

PRONOUNS = frozenset(("its", "their", "his", "her", "our"))


@cache
def stance_nouns() -> dict[str, tuple[Stance, frozenset[str]]]:
    """Every noun with its stance and the words one of which must follow it."""
    with files("pourparler.data").joinpath("reporting", "stance_nouns.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    return {row["noun"]: (Stance(row["stance"]), frozenset(row["links"].split(";"))) for row in rows}


def named_stances(scene: Scene, line: Line, voices: Voices) -> Iterator[PositionFrame]:
    """The stances that nouns with an owner name in a sentence."""
    words = line.words
    for chunk in line.chunks:
        known = stance_nouns().get(words[chunk.head].lemma.lower())
        if known is None or chunk.last >= len(words) or words[chunk.last].text.lower() not in known[1]:
            continue
        holder = _owner(scene, line, chunk, voices)
        issue = _issue(line, chunk.last) if holder is not None else None
        if holder is None or issue is None or not issue.text:
            continue
        teller = speaker(voices.at(words[chunk.first].start, words[chunk.last].end))
        if teller is not None and not teller.is_one_with(holder):
            continue
        voice = teller.voice if teller is not None else holder.voice
        yield PositionFrame(span_of(line, chunk.first, issue.last), known[0], issue.text, holder.party, voice)


def _owner(scene: Scene, line: Line, chunk: NounChunk, voices: Voices) -> Holder | None:
    """Whose stance it is: a name in the genitive, a pronoun, or a demonym before the noun."""
    words = line.words
    if words[chunk.first].text.lower() in PRONOUNS:
        return holder_of(scene, line, (chunk.first, chunk.first + 1), voices)
    mark = next((at for at in range(chunk.first + 1, chunk.head) if words[at].text in MARKS), None)
    if mark is not None:
        return holder_of(scene, line, (chunk.first, mark), voices)
    parties = named_parties(line, chunk.first, chunk.head)
    return Holder(parties[0]) if len(parties) == 1 else None


def _issue(line: Line, at: int) -> Issue | None:
    """What follows the noun: a noun phrase after its preposition, or what an infinitive does."""
    whole = line.parse
    limit = next(
        (n for n in range(at, len(line.words)) if line.words[n].text in (",", ";", ".", "–", "—")), len(line.words)
    )
    verb = next((group for group in whole.groups if group.first in (at, at + 1)), None)
    if verb is not None and (verb.infinitive or not verb.finite):
        object_ = object_of(whole, verb, limit)
        issue = done(line, whole, verb, limit)
        return replace(issue, last=object_[1]) if object_ is not None else issue
    number = whole.chunk_from(at + 1) if at + 1 < limit else None
    addressed = line.words[at].text.lower() == "to" and line.words[at - 1].lemma.lower() in ADDRESSED
    if number is None or addressed:
        return None
    first, last = noun_phrase(whole, number, limit)
    return Issue(first, last, bare(text_of(line, first, last)))
