"""What a phrase is about, whatever is done with it: the one thing by which it goes with other phrases into a topic."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pourparler.case.issues.clauses import without_doer
from pourparler.case.issues.deeds import in_one_form, is_deed, is_thing, taken_off, thing
from pourparler.case.issues.pieces import Piece, leads_on, pieces_of, tagged
from pourparler.case.issues.roots import root
from pourparler.case.issues.words import CEASEFIRE, ceasefire_nouns, kin, topic_words, word_list
from pourparler.text.gazetteer import fold
from pourparler.text.lemmas import lemma


@dataclass(frozen=True, slots=True)
class Anchor:
    """The thing that a phrase is about: the root of its word, and the word as it is told, in lower case."""

    root: str
    word: str


@dataclass(frozen=True, slots=True)
class Anchored:
    """A phrase by what it is about (`thing`; None for nothing that another phrase could share), and by the roots of
    the words that give way to it or stand alone: the ceiling of "a ceiling for classes" (`vessels`)."""

    thing: Anchor | None
    vessels: tuple[str, ...] = ()
    bare: bool = False
    """True where only such words are there: "the ceiling"."""


_SHORTEST_DOING = 6
"""Characters of the shortest noun in -ing that is taken for a doing: "ring", "king", "thing" are none."""


@lru_cache(maxsize=65_536)
def anchored(phrase: str, names: frozenset[str] = frozenset()) -> Anchored:
    """What a phrase is about; `names` tell who and not what, see `key_of`.

    The head noun, or what it is of where it only gives way ("the size of classes"): of "lockout notice" the lockout, of
    "two hours of preparation" the preparation. Else what sort of such a thing it is ("a nuclear programme"), or what is
    done, where nothing is told that it is done to.
    """
    pieces = pieces_of(without_doer(tagged(phrase)), names)
    held: list[str] = []
    for piece, noun in _nouns(pieces):
        if piece.lead == "in" and not (held and held[-1] in word_list("changes")):
            continue
        if _is_thing(noun) and not _gives_way(noun, piece, pieces):
            return Anchored(_anchor(piece, noun), tuple(map(_root, held)))
        if noun not in topic_words("common"):
            held.append(noun)
    alone = next(_alone(pieces, held), None)
    return Anchored(alone, tuple(map(_root, held)), True)


@lru_cache(maxsize=65_536)
def takes_away(phrase: str) -> bool:
    """True for a phrase that tells of taking a thing away, making it less or altering it: "the lifting of the duty"."""
    words = fold(phrase).casefold().replace("’", "'").split()
    forms = {form.strip(".,;:'\"“”") for form in words}
    return any({form, lemma(form, "VERB"), lemma(form, "NOUN")} & topic_words("taking_away") for form in forms)


def _nouns(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, str]]:
    """The nouns of a phrase in the order in which they say what it is about: subject before object, heads first."""
    for piece in pieces:
        if leads_on(piece) or piece.lead == "in":
            first = piece.nouns[: piece.subject] or piece.nouns
            rest = piece.nouns[len(first) :]
            yield from ((piece, _in_number(piece, noun)) for noun in (*reversed(first), *reversed(rest)))


def _in_number(piece: Piece, noun: str) -> str:
    """A noun in its plural where that names something else; its dictionary form for any other."""
    told = piece.told[noun]
    if noun not in topic_words("plural") or told == noun:
        return noun
    piece.told[told] = told
    return told


def _alone(pieces: Sequence[Piece], held: Sequence[str]) -> Iterator[Anchor]:
    """What a phrase is about that tells of no thing, the most telling first: of which sort what gives way is, what
    gives way the last ("a list of reforms"), a paper or talks, what is done."""
    about = [piece for piece in pieces if leads_on(piece)]
    vessels = [noun for noun in held if noun in topic_words("vessels")]
    for piece in about:
        if piece.measures or any(noun in vessels for noun in piece.nouns):
            yield from (_anchor(piece, word) for word in reversed(piece.adjectives) if _is_sort(word))
    yield from (_where(pieces, noun) for noun in reversed(vessels))
    for piece in about:
        yield from (_anchor(piece, noun) for noun in reversed(piece.nouns) if _is_kin(noun))
    nothing = word_list("topics") | word_list("doings")
    yield from (_where(pieces, noun) for noun in held if noun in word_list("carriers") and noun not in nothing)
    for piece in about:
        yield from (_anchor(piece, verb) for verb in (*piece.verbs, *piece.light) if _is_kin(verb))
    for piece in about:
        words = (*reversed(piece.nouns), *piece.verbs)
        yield from (_anchor(piece, word) for word in words if is_deed(word) and not _is_common(word))
    for piece in about:
        yield from (_anchor(piece, word) for word in piece.verbs if not _is_common(word) and not _is_done(word))


def _where(pieces: Sequence[Piece], noun: str) -> Anchor:
    return next(_anchor(piece, noun) for piece in pieces if noun in piece.nouns)


def _is_sort(adjective: str) -> bool:
    """True for an adjective that says which sort of thing: "nuclear", and not "new" or "five-page"."""
    return adjective not in topic_words("common_adjectives") and not adjective.endswith("-page")


def _is_kin(word: str) -> bool:
    """True for a word for a subject that has several."""
    return word in kin() or word in topic_words("kin")


def _is_common(doing: str) -> bool:
    return doing in topic_words("common_doings")


def _anchor(piece: Piece, word: str) -> Anchor:
    return Anchor(_root(word), piece.told[word])


def _gives_way(noun: str, piece: Piece, pieces: Sequence[Piece]) -> bool:
    """True for a doing by its form that is told with what it is done to: "the restructuring of debts"."""
    if len(noun) < _SHORTEST_DOING or not noun.endswith("ing"):
        return False
    after = pieces[pieces.index(piece) + 1 :][:1]
    of = after[0].nouns if after and after[0].lead == "of" else []
    return any(other != noun and _is_thing(other) for other in (*piece.nouns, *of))


def _is_thing(noun: str) -> bool:
    """True for a noun that says what a phrase is about by itself."""
    if noun in topic_words("common") or noun in topic_words("vessels") or noun in word_list("carriers"):
        return False
    return is_thing(noun) or not _is_done(noun)


def _is_done(word: str) -> bool:
    """True for a word of what is done with a thing, or of its time."""
    changes = word in word_list("changes") or word in word_list("doings") or word in word_list("measures")
    return changes or is_deed(word) or word in taken_off()


def _root(word: str) -> str:
    """The root of a word in the one form that issues have for it."""
    if word in ceasefire_nouns():
        return CEASEFIRE
    one = in_one_form((thing(word),))
    return root(next(iter(one)) if len(one) == 1 else word)
