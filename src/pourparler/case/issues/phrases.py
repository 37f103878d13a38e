"""A short noun phrase by its dictionary forms: which words say what it is about, and which things it lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pourparler.case.issues.clauses import only_points, without_doer
from pourparler.case.issues.deeds import in_one_form, thing
from pourparler.case.issues.pieces import LEAD_IN, Piece, leads_on, pieces_of, tagged
from pourparler.case.issues.words import CEASEFIRE, ceasefire_nouns, word_list
from pourparler.reading.meetings.words import meeting_nouns
from pourparler.text.lemmas import lemma
from pourparler.text.sentences import split
from pourparler.text.words import Word

_ENOUGH = 2
"""Words that say what a phrase is about, beyond which what follows only says for whom, or of what."""

_SHORTEST_DOING = 5

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


@dataclass(frozen=True, slots=True)
class Listed:
    """What a phrase lists: so many of its `parts` (half-open places in the phrase) are meant; all, one, or some."""

    number: int
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """What a phrase is about: the dictionary forms that say so, and the one among them that names the thing itself
    (`head`; None where the phrase has nothing but a paper, a name or the like)."""

    words: frozenset[str]
    head: str | None = None


def key_of(phrase: str, names: frozenset[str] = frozenset()) -> frozenset[str]:
    """The dictionary forms that say what a phrase is about; phrases with the same ones are of one issue.

    The head and the nouns before it; where that is one word alone, also what it is said to be of, on or for
    ("guarantees for its security" as "security guarantees"). A head that only carries something (a deal, talks, a push)
    gives way to what it carries; alone it names itself, a meeting with the names in the phrase; a question or matter
    is of its adjectives ("the agrarian question"). Else adjectives, figures, times, states and people are left out, as
    are `names` (folded, lower case), unless nothing else is there. Never empty for a phrase with a letter in it.
    """
    return keyed(phrase, names).words


@lru_cache(maxsize=65_536)
def keyed(phrase: str, names: frozenset[str] = frozenset()) -> Key:
    """The words of `key_of` with their head: of "a ban on fish" the ban, of "farmers are compensated" that they are."""
    pieces = pieces_of(without_doer(tagged(phrase)), names)
    main = next((n for n, piece in enumerate(pieces) if piece.telling and leads_on(piece)), None)
    if main is None:
        return Key(in_one_form(_bare(pieces) or phrase.lower().split()))
    words = _one_word(pieces[main].telling)
    head = next(iter(_one_word(pieces[main].telling[-1:])))
    after = pieces[main + 1] if main + 1 < len(pieces) else None
    if len(words) < _ENOUGH and after is not None and (leads_on(after) or _is_change(words, after)):
        fighting = word_list("fighting") if CEASEFIRE in words else frozenset()
        if CEASEFIRE not in words or after.lead == "of":
            words |= {word for word in _one_word(after.telling) if word not in fighting}
    if len(words) < _ENOUGH and words != {CEASEFIRE} and pieces[main].verbs:
        head = pieces[main].verbs[-1]
        words |= {head}
    return Key(in_one_form(words), next(iter(in_one_form((head,)) & in_one_form(words)), None))


@lru_cache(maxsize=65_536)
def listed(phrase: str, names: frozenset[str] = frozenset()) -> Listed:
    """The things a phrase lists: "a truce and an amnesty" are both, "either" one, "two of" at least two of them.

    A phrase is left whole where a part would name nobody's issue ("between Norland and Sudland", "rare and precious
    metals").
    """
    words = tagged(phrase)
    number, first = _counted(words)
    parts: list[list[Word]] = [[]]
    any_of = False
    for place, word in enumerate(words[first:], first):
        low = word.text.lower()
        if low in ("and", "or", ",", ";") and _may_part(words, place):
            any_of = any_of or low == "or"
            parts.append([])
        elif not (low in ("either", "both") and word.tag in ("CCONJ", "DET", "ADV")):
            parts[-1].append(word)
    held = [part for part in parts if part]
    whole = len(held) < 2 or not all(_stands_alone(part, names) for part in held)
    if whole:
        return Listed(1, (phrase,))
    shift = len(LEAD_IN)
    texts = tuple(phrase[part[0].start - shift : part[-1].end - shift] for part in held)
    return Listed(min(number or (1 if any_of else len(texts)), len(texts)), texts)


def _bare(pieces: Sequence[Piece]) -> frozenset[str]:
    """The words of a phrase that names no issue of its own: the paper or meeting, else names, verbs and the rest."""
    about = [piece for piece in pieces if leads_on(piece)]
    for nouns in (
        [noun for piece in about for noun in piece.nouns if noun not in word_list("doings")],
        [noun for piece in about for noun in piece.nouns],
    ):
        if nouns:
            if nouns[0] in word_list("topics") and about[0].adjectives:
                return frozenset(about[0].adjectives)
            named = [name for piece in pieces for name in piece.names] if nouns[0] in meeting_nouns() else []
            return frozenset((nouns[0], *named))
    for kind in ("names", "verbs", "adjectives", "others"):
        words = [word for piece in pieces for word in getattr(piece, kind)]
        if words:
            done = [verb for piece in pieces for verb in (*piece.verbs, *piece.light) if kind == "names"]
            return frozenset((*words, *done))
    return frozenset()


@lru_cache(maxsize=65_536)
def tells_nothing(phrase: str) -> bool:
    """True for a phrase that only points at something: "it", "most", "each of them", "do so", "they are out"; what it
    points at stands outside it."""
    words = tagged(phrase)
    return only_points(words) or all(
        word.tag == "PUNCT" or word.text.lower() in word_list("pointers") or word.lemma.lower() in word_list("pointing")
        for word in words
    )


def completed(phrase: str, passages: Sequence[str]) -> str:
    """A phrase that only carries something, with what the first passage that has it says it is about: "lengthy
    discussions" with " on the fishing limits"; any other phrase as it is."""
    if _tells(phrase):
        return phrase
    for passage in passages:
        at = passage.find(phrase)
        if at >= 0:
            end = at + len(phrase)
            words = [word for sentence in split(passage) for word in sentence.words if word.start >= end]
            return passage[at : _about_end(words, end)].rstrip("“‘\"' ")
    return phrase


@lru_cache(maxsize=65_536)
def _tells(phrase: str) -> bool:
    """True for a phrase that says by itself what it is about."""
    return any(piece.telling for piece in pieces_of(tagged(phrase), frozenset()))


def _about_end(words: Sequence[Word], end: int) -> int:
    """Where what a noun is about ends, which begins with the first of these words; `end` where there is none."""
    if not words or words[0].text.lower() not in word_list("about"):
        return end
    for word in words:
        quote = word.tag == "PUNCT" and word.text in "“”‘’\"'"
        inside = word.tag in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON", "PART") or quote
        if not inside and not (word.tag == "ADP" and word.text.lower() in word_list("about")):
            break
        end = word.end
    return end


def _is_change(words: frozenset[str], after: Piece) -> bool:
    """True for what a change is in: "an increase in wages"."""
    return after.lead == "in" and bool(words & word_list("changes"))


def _one_word(nouns: Sequence[str]) -> frozenset[str]:
    """Nouns in one form, with one word for all that name a ceasefire."""
    return frozenset(CEASEFIRE if noun in ceasefire_nouns() else thing(_plain_form(noun)) for noun in nouns)


def _plain_form(noun: str) -> str:
    """One form for a doing as a noun and as a verb: "fishing quotas" may be tagged either way."""
    return lemma(noun, "VERB") if noun.endswith("ing") and len(noun) > _SHORTEST_DOING else noun


def _counted(words: Sequence[Word]) -> tuple[int, int]:
    """How many of a list are meant, as in "at least two of", and where the list begins; 0 where nothing is said."""
    for place, word in enumerate(words[:4]):
        said = word.text.lower()
        of_list = said in _NUMBERS and place + 1 < len(words) and words[place + 1].text.lower() == "of"
        if of_list and all(one.text.lower() in ("at", "least", "any") for one in words[:place]):
            return _NUMBERS[said], place + 2
    return 0, 0


def _may_part(words: Sequence[Word], place: int) -> bool:
    """True where a joint stands between two things, and not between adjectives or between two sides."""
    before, after = words[:place], words[place + 1 :]
    if not before or not after or any(word.text.lower() == "between" for word in before):
        return False
    return before[-1].tag != "ADJ" and before[-1].text != ","


def _stands_alone(part: Sequence[Word], names: frozenset[str]) -> bool:
    """True for a part that names an issue."""
    return any(piece.telling for piece in pieces_of(part, names))


@lru_cache(maxsize=65_536)
def lemmas_of(phrase: str) -> tuple[str, ...]:
    """The dictionary forms of the words of a phrase, in lower case."""
    return tuple(word.lemma.lower() for word in tagged(phrase))
