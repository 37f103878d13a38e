"""Tags put right by what is known: names are names, offices are nouns, and who is followed by "said" speaks."""

from collections.abc import Sequence
from dataclasses import replace

from pourparler.reading.cues import Takes, reporting_verbs
from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.people import PersonNaming
from pourparler.text.lemmas import lemma
from pourparler.text.words import Sentence, Word

KEEP = ("PROPN", "PUNCT", "ADP", "DET", "PART", "CCONJ")
"""Tags of words inside names that stay as they are."""

HAVE = frozenset({"have", "has", "had", "'ve", "’ve"})

OWNERS = frozenset("his her its their our my your the a an this these those".split())
"""Words after which a verb that no noun follows is a noun: "its offer to the union"."""


def retagged(sentence: Sentence, named: Sequence[Naming], people: Sequence[PersonNaming]) -> Sentence:
    """A sentence with its names tagged as names, its offices as nouns and the sayings of both as verbs."""
    tags: dict[int, str] = {}
    names: set[int] = set()
    agents: set[int] = set()
    for person in people:
        names |= set(range(person.first, person.last))
        agents.add(person.last)
    for naming in named:
        if naming.kind is NamingKind.OFFICE:
            tags[naming.last - 1] = "NOUN"
        elif naming.kind not in (NamingKind.DEMONYM, NamingKind.INSTITUTION):
            tags |= dict.fromkeys(range(naming.first, naming.last), "PROPN")
        agents.add(naming.last)
    words = list(sentence.words)
    for i, word in enumerate(words):
        tag = tags.get(i)
        if i in names:
            if word.tag not in ("PROPN", "PUNCT"):
                words[i] = replace(word, tag="PROPN", lemma=word.text)
        elif tag is not None and word.tag not in KEEP and word.tag != tag:
            words[i] = replace(word, tag=tag, lemma=word.text if tag == "PROPN" else lemma(word.text, tag))
        elif tag is None and word.tag in ("NOUN", "ADJ") and (i in agents or _pronoun(words, i)) and _can_say(word):
            words[i] = replace(word, tag="VERB", lemma=lemma(word.text, "VERB"))
        elif tag is None and word.tag == "VERB" and _is_owned(words, i):
            words[i] = replace(word, tag="NOUN", lemma=lemma(word.text, "NOUN"))
    for i in range(1, len(words) - 1):
        says = words[i + 1].tag == "VERB" and words[i + 1].text.lower() in ("said", "says", "told", "tells")
        if says and words[i].tag == "ADJ" and words[i - 1].tag in ("DET", "ADJ", "NOUN", "PROPN", "PART"):
            words[i] = replace(words[i], tag="NOUN")
        bare = words[i + 1].tag == "VERB" and not words[i + 1].text.endswith(("ing", "ed", "s"))
        if bare and words[i].text.lower() == "to" and words[i].tag == "ADP":
            words[i] = replace(words[i], tag="PART")
        if words[i].tag == "VERB" and words[i].text.lower() in HAVE and _participle_follows(words, i):
            words[i] = replace(words[i], tag="AUX")
    return replace(sentence, words=tuple(words))


def _participle_follows(words: Sequence[Word], at: int) -> bool:
    """True when a verb stands next, adverbs aside: "has repeatedly said"."""
    after = at + 1
    while after < len(words) and words[after].tag in ("ADV", "PART"):
        after += 1
    return after < len(words) and words[after].tag in ("VERB", "AUX") and not words[after].text.endswith("ing")


def _pronoun(words: Sequence[Word], at: int) -> bool:
    return at > 0 and words[at - 1].text.lower() in ("he", "she", "they", "who")


def _can_say(word: Word) -> bool:
    """True when a word, read as a verb in a finite form, is one that reports sayings."""
    verb = reporting_verbs().get(lemma(word.text.lower(), "VERB"))
    finite = word.text.lower().endswith(("s", "d", "t", "e"))
    return verb is not None and finite and bool(verb.takes & {Takes.QUOTE, Takes.CLAUSE})


def _is_owned(words: Sequence[Word], at: int) -> bool:
    """True for a bare verb form right after a possessive or article that no noun follows."""
    if at == 0 or words[at - 1].text.lower() not in OWNERS or words[at].text.lower().endswith(("ing", "ed")):
        return False
    return at + 1 >= len(words) or words[at + 1].tag not in ("NOUN", "PROPN", "ADJ")
