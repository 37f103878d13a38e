"""A short noun phrase cut into pieces: the words of each that can say what it is about, after which preposition."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from pourparler.case.issues.clauses import with_verb_first
from pourparler.case.issues.deeds import is_doing, is_known, particles
from pourparler.case.issues.words import word_list
from pourparler.text.gazetteer import fold, load_gazetteer
from pourparler.text.sentences import split
from pourparler.text.words import Word

LEAD_IN = "They discussed "
"""A phrase is tagged as the object of a sentence: alone, the tagger takes many a noun for a verb."""


@dataclass(slots=True)
class Piece:
    """The words of a phrase after one preposition (`lead`), up to the next."""

    lead: str
    nouns: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    verbs: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    """By a noun or verb in its dictionary form, the word that stands there, in lower case."""
    measures: list[str] = field(default_factory=list)
    """Nouns of time and amount."""
    light: list[str] = field(default_factory=list)
    """Verbs that say nothing of what is done, see `light_verbs`."""
    subject: int = 0
    """How many of the nouns stand before the first verb, as in "the award is out"."""

    def hear(self, noun: str, word: str) -> None:
        """Add a noun in its dictionary form, told by this word."""
        self.nouns.append(noun)
        self.told[noun] = word

    @property
    def telling(self) -> list[str]:
        """The nouns that say what it is about."""
        return [noun for noun in self.nouns if noun not in word_list("carriers")]


@lru_cache(maxsize=65_536)
def tagged(phrase: str) -> tuple[Word, ...]:
    """The words of a phrase, tagged as the object of a sentence."""
    end = len(LEAD_IN) + len(phrase)
    words = [word for sentence in split(f"{LEAD_IN}{phrase}.") for word in sentence.words]
    return tuple(with_verb_first([word for word in words if len(LEAD_IN) <= word.start and word.end <= end]))


def pieces_of(words: Sequence[Word], names: frozenset[str]) -> list[Piece]:
    """The words that can count, by the preposition before them."""
    pieces = [Piece("")]
    for place, word in enumerate(words):
        form, low = word.lemma.lower(), word.text.lower()
        piece = pieces[-1]
        if word.tag in ("AUX", "VERB") and not _is_noun(words, place):
            piece.subject = piece.subject or len(piece.nouns)
        if low in particles() and place and words[place - 1].tag == "VERB":
            continue
        if word.tag in ("ADP", "SCONJ") or low in ("to", "towards", "regarding", "concerning"):
            pieces.append(Piece(form))
        elif word.tag == "PROPN":
            name = fold(word.text).casefold()
            if not _is_name(word.text, names) and not _is_state(words, place) and name not in word_list("measures"):
                piece.hear(name, low)
            piece.names.append(name)
        elif word.tag == "NOUN" or _is_noun(words, place) or (word.tag == "ADJ" and is_known(form)):
            if form not in word_list("measures") or _qualifies(words, place):
                piece.hear(form, low)
            else:
                piece.measures.append(form)
        elif word.tag == "VERB" and not _before_noun(words, place):
            (piece.light if form in word_list("light_verbs") else piece.verbs).append(form)
            piece.told[form] = low
        elif word.tag == "ADJ":
            piece.adjectives.append(form)
            piece.told.setdefault(form, low)
        elif word.tag in ("NUM", "PRON", "X"):
            piece.others.append(form)
    return pieces


def leads_on(piece: Piece) -> bool:
    """True for the phrase itself and for what a preposition says it is about; not for where, with whom or by whom."""
    return piece.lead == "" or piece.lead in word_list("about")


def _qualifies(words: Sequence[Word], place: int) -> bool:
    """True for a noun of time that says which sort of thing: "night shifts", and not "a 5 day truce"."""
    after, before = words[place + 1 : place + 2], words[max(0, place - 1) : place]
    counted = bool(before) and before[0].tag == "NUM"
    return bool(after) and (after[0].tag == "NOUN" or _is_noun(words, place + 1)) and not counted


def _is_noun(words: Sequence[Word], place: int) -> bool:
    """True for a noun that was taken for a verb: "a wage increase"; not for one that agrees with what is before it
    ("the tariffs come off", "the notice went out")."""
    word, before = words[place], words[place - 1] if place else None
    closing = place == len(words) - 1 or words[place + 1].tag == "ADP"
    if word.tag != "VERB" or before is None or before.tag != "NOUN" or not closing:
        return False
    form = word.lemma.lower()
    if word.text.lower() == form:
        return before.text.lower() == before.lemma.lower() or is_doing(form) or form in word_list("changes")
    return word.text.lower() == f"{form}s" and (is_doing(form) or form in word_list("changes"))


def _before_noun(words: Sequence[Word], place: int) -> bool:
    """True for a participle before its noun: "its promised memorandum"."""
    after = words[place + 1] if place + 1 < len(words) else None
    return words[place].text.lower().endswith(("ed", "en", "wn")) and after is not None and after.tag in ("NOUN", "ADJ")


def _is_name(word: str, names: frozenset[str]) -> bool:
    """True for a word of a name that says who, and not what."""
    return fold(word).casefold() in names or load_gazetteer().state(word) is not None


def _is_state(words: Sequence[Word], place: int) -> bool:
    """True for a word inside the name of a state of several words."""
    world = load_gazetteer()
    for first in range(max(0, place - 2), place + 1):
        for last in range(place + 1, min(len(words), first + 4) + 1):
            if last - first > 1 and world.state(" ".join(word.text for word in words[first:last])) is not None:
                return True
    return False
