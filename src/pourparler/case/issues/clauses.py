"""Phrases that are clauses: who does it is left out of what it is about."""

from collections.abc import Sequence
from dataclasses import replace

from pourparler.case.issues.deeds import particles, verbs_of_state
from pourparler.case.issues.words import word_list
from pourparler.text.words import Word

_THINGS = ("NOUN", "PROPN")


def with_verb_first(words: Sequence[Word]) -> list[Word]:
    """The words of a phrase whose first word, a verb, was taken for a preposition or a noun: "lift the ban", "call off
    the strike"."""
    if len(words) > 1 and words[0].tag == "ADP" and words[0].text.lower() not in word_list("prepositions"):
        return [replace(words[0], tag="VERB"), *words[1:]]
    if len(words) > 2 and words[0].tag == "NOUN" and _is_phrasal(words):
        return [replace(words[0], tag="VERB"), *words[1:]]
    return list(words)


def _is_phrasal(words: Sequence[Word]) -> bool:
    """True for a verb with a word that belongs to it, and its object: "call off the strike"."""
    verb, particle, after = words[:3]
    follows = particle.text.lower() in particles() and particle.text.lower() != "over"
    return follows and verb.text.lower() == verb.lemma.lower() and after.tag in ("DET", "PRON")


def without_doer(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a clause from its verb on, where the verb is active and has an object: of "Norland releases the
    prisoners" what it is about is their release. Every other phrase whole: "the prisoners are released"."""
    for place, word in enumerate(words):
        if word.tag in ("ADP", "SCONJ", "PUNCT"):
            return words
        if word.tag == "VERB":
            before = words[:place]
            doer = any(one.tag in (*_THINGS, "PRON") for one in before)
            return words[place:] if doer and _is_active(before, word) and _has_object(words[place + 1 :]) else words
    return words


def only_points(words: Sequence[Word]) -> bool:
    """True for a clause of a pronoun with no thing in it: "it lasts", "they are seen alone"."""
    clause = len(words) > 1 and words[0].text.lower() in word_list("subjects") and words[1].tag in ("AUX", "VERB")
    return clause and not any(word.tag in (*_THINGS, "NUM") for word in words)


def _is_active(before: Sequence[Word], verb: Word) -> bool:
    """True for a verb that is finite beyond doubt, its subject before it."""
    passive = any(one.tag == "AUX" and one.lemma in ("be", "get") for one in before)
    if passive or verb.lemma.lower() in verbs_of_state():
        return False
    form = verb.text.lower()
    has_helper = any(one.tag == "AUX" for one in before)
    doubtful = form.endswith(("ed", "en", "ing")) and not has_helper and before[0].tag != "PROPN"
    return not doubtful and not form.endswith("ing")


def _has_object(after: Sequence[Word]) -> bool:
    """True where a thing comes before any preposition."""
    for word in after:
        if word.tag in ("ADP", "SCONJ", "PUNCT", "VERB"):
            return False
        if word.tag in _THINGS:
            return True
    return False
