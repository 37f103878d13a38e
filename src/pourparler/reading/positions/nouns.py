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
from pourparler.reading.positions.issues import Issue, about, asked_for, done, joined
from pourparler.reading.positions.stances import copulas, word_list
from pourparler.reading.scene import Line, Scene
from pourparler.text.clauses import NounChunk, VerbGroup, subject_of

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
        if _is_economic(line, chunk):
            continue
        verb = next((g for g in line.verbs if g.last == chunk.first), None)
        dropped = verb is not None and words[verb.head].lemma in word_list("dropping") and not verb.negated
        holder = _owner(scene, line, chunk, voices)
        told_of = verb is not None and (dropped or words[verb.head].lemma in word_list("voicing"))
        if holder is None and told_of and verb is not None and not verb.negated and not verb.passive:
            holder = _doer(scene, line, verb, voices)
        issue = _issue(line, chunk.last) if holder is not None else None
        if holder is None or issue is None or not issue.text:
            continue
        teller = speaker(voices.at(words[chunk.first].start, words[chunk.last].end))
        if teller is not None and not teller.is_one_with(holder):
            continue
        voice = teller.voice if teller is not None else holder.voice
        noun = words[chunk.head].lemma.lower()
        whole = issue.text if noun != "claim" else f"{noun} to {issue.text}"
        stance, text = _given_up(known[0], whole) if dropped else (known[0], issue.text)
        yield PositionFrame(span_of(line, chunk.first, issue.last), stance, text, holder.party, voice)


def _given_up(stance: Stance, issue: str) -> tuple[Stance, str]:
    """What dropping a stance comes to: who drops a demand does without, who drops a refusal accepts."""
    if stance is Stance.REJECTS:
        return Stance.ACCEPTS, issue
    return (Stance.ACCEPTS, f"no {issue}") if stance is Stance.DEMANDS else (Stance.REJECTS, issue)


def _is_economic(line: Line, chunk: NounChunk) -> bool:
    """True for what markets do: "demand for gas rose"."""
    after = next((g for g in line.verbs if g.first >= chunk.last and g.finite), None)
    moves = after is not None and line.words[after.head].lemma in word_list("market_moves")
    return moves and line.words[chunk.head].lemma.lower() in ("demand", "support", "offer")


def _doer(scene: Scene, line: Line, verb: VerbGroup, voices: Voices) -> Holder | None:
    subject = subject_of(line.parse, verb)
    return holder_of(scene, line, (subject.first, subject.last), voices) if subject is not None else None


def declared(scene: Scene, line: Line, voices: Voices) -> Iterator[PositionFrame]:
    """The stances that "be" declares: "our priority is a ban", "zero duties is the union’s demand"."""
    words, whole = line.words, line.parse
    for verb in line.verbs:
        if words[verb.head].lemma not in ("be", "remain") or verb.negated or not verb.finite:
            continue
        if verb.modal is not None or verb.last >= len(words):
            continue
        told = voices.at(words[verb.first].start, words[verb.last - 1].end)
        subject = subject_of(whole, verb)
        limit = line.index_at(told[1].end) if told is not None else len(words)
        after = whole.chunk_from(verb.last)
        before = _stance_named(line, subject) if subject is not None else None
        behind = _stance_named(line, whole.chunks[after]) if after is not None else None
        named, chunk = (before, subject) if before is not None else (behind, whole.chunks[after] if after else None)
        if named is None or chunk is None:
            continue
        holder = _owner(scene, line, chunk, voices)
        issues = _complement(line, verb, limit) if before is not None else about(line, whole, verb, limit)
        teller = speaker(told)
        if holder is None or (teller is not None and not teller.is_one_with(holder)):
            continue
        first = chunk.first if before is not None else min(issues[0].first, verb.first) if issues else verb.first
        for issue in issues[:1]:
            end = issue.last if before is not None else whole.chunks[after or 0].last
            voice = teller.voice if teller is not None else holder.voice
            yield PositionFrame(span_of(line, first, end), named, issue.text, holder.party, voice)


def _stance_named(line: Line, chunk: NounChunk) -> Stance | None:
    """The stance that a noun declares of what it is said to be."""
    name = copulas().get(line.words[chunk.head].lemma.lower())
    return Stance(name) if name is not None else None


def _complement(line: Line, verb: VerbGroup, limit: int) -> tuple[Issue, ...]:
    """What is declared after "be": a clause, an infinitive or a noun."""
    whole, at = line.parse, verb.last
    while limit > at and line.words[limit - 1].tag == "PUNCT":
        limit -= 1
    if at >= limit:
        return ()
    inner = next((g for g in whole.groups if at <= g.first < limit), None)
    if line.words[at].text.lower() == "that" and inner is not None:
        return asked_for(line, whole, inner, at + 1, limit)
    if inner is not None and inner.first == at:
        return (done(line, whole, inner, limit),)
    number = whole.chunk_from(at)
    if number is None or line.words[whole.chunks[number].head].tag == "PRON":
        return ()
    return tuple(joined(line, whole, number, limit))


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
