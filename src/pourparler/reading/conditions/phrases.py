"""Short phrases: a noun with what belongs to it, and a clause folded to what it asks for."""

from pourparler.core.evidence import Span
from pourparler.reading.scene import Line
from pourparler.text.clauses import NounChunk, Parse, VerbGroup
from pourparler.text.words import Word

CARRIERS = frozenset(
    "of on for between with about regarding against to over towards toward under from in by per".split()
)
"""Prepositions that carry a noun phrase on."""

MOST_WORDS = 12
"""Words after which a phrase is cut at its next preposition: beyond, it is a sentence and no phrase."""

LIGHT = frozenset(
    "get have receive see be reach achieve obtain secure find make produce present submit provide give deliver "
    "hold strike sign take reach grant offer complete conclude".split()
)
"""Verbs that say no more than that their object comes about."""

_EDGES = frozenset((",", ";", ":", '"', "“", "”", "‘", "’", "'", ".", "!", "?", "-", "–", "—", "(", ")", "…", "..."))


def trimmed(line: Line, first: int, last: int) -> tuple[int, int]:
    """Words `[first, last)` without punctuation, conjunctions and adverbs of sentences at their edges."""
    words = line.words
    while first < last and (words[first].text in _EDGES or words[first].tag in ("CCONJ", "PUNCT")):
        first += 1
    while last > first and (words[last - 1].text in _EDGES or words[last - 1].tag in ("CCONJ", "PUNCT")):
        last -= 1
    return first, last


def text_of(line: Line, first: int, last: int) -> str:
    """The characters of words `[first, last)` in one line, trimmed; empty when nothing is left."""
    return " ".join(_pieces(line, *trimmed(line, first, last)))


def _pieces(line: Line, first: int, last: int) -> list[str]:
    """Words glued as they stand in the report; quotation marks left out."""
    pieces: list[str] = []
    for index in range(first, last):
        word = line.words[index]
        if word.text in ('"', "“", "”", "«", "»"):
            continue
        glued = pieces and index > first and line.words[index - 1].end == word.start
        opened = index > first and line.words[index - 1].text in ('"', "“", "«")
        if glued and not opened:
            pieces[-1] += word.text
        else:
            pieces.append(word.text)
    return pieces


def noun_phrase(parse: Parse, number: int, limit: int) -> tuple[int, int]:
    """The noun phrase of chunk `number`, carried on over prepositions up to word `limit`."""
    chunk = parse.chunks[number]
    first, last, between = chunk.first, chunk.last, False
    for following in parse.chunks[number + 1 :]:
        gap = parse.words[last : following.first]
        if not gap and _goes_on(parse.words[last - 1], parse.words[following.first]) and following.last <= limit:
            last = following.last
            continue
        if not gap or following.last > limit or following.last - first > MOST_WORDS:
            break
        lows = [low for word in gap if (low := word.text.lower()) not in ('"', "“", "”", "either", "both")]
        named = parse.words[last - 1].tag == parse.words[following.head].tag == "PROPN"
        pair = lows == ["and"] and (between or (named and last > chunk.last))
        if len(lows) == 2 and gap[0].tag == "ADV":  # "the way back to the table"
            lows = lows[1:]
        if not pair and (len(lows) != 1 or lows[0] not in CARRIERS):
            break
        between = lows[0] == "between"
        last = following.last
    return first, last


def _goes_on(last: Word, first: Word) -> bool:
    """True where a noun phrase was cut in two: after its article, or a name before its noun ("the Kashmir dispute")."""
    return last.tag == "DET" or (last.tag == "PROPN" and first.tag == "NOUN")


def object_of(parse: Parse, group: VerbGroup, limit: int) -> tuple[int, int] | None:
    """The object of a verb group with what belongs to it: right after it, past adverbs and one preposition."""
    at = group.last
    while at < limit and (parse.words[at].tag in ("ADV", "ADP", "PART") or parse.words[at].text in ('"', "“")):
        if parse.chunk_from(at) is not None:
            break
        at += 1
    if at + 1 < limit and parse.words[at].tag == "VERB" and parse.words[at].text.lower().endswith("ed"):
        at += parse.chunk_from(at) is None
    number = parse.chunk_from(at) if at < limit else None
    if number is None:
        return None
    chunk = parse.chunks[number]
    given = number + 1 < len(parse.chunks) and parse.chunks[number + 1].first == chunk.last < limit
    if given and parse.words[chunk.head].tag == "PRON":
        number += 1
    return noun_phrase(parse, number, limit)


def subject_phrase(parse: Parse, chunk: NounChunk, limit: int) -> tuple[int, int]:
    """The noun phrase of a subject, up to its verb."""
    number = parse.chunks.index(chunk)
    return noun_phrase(parse, number, limit)


def bare(phrase: str) -> str:
    """A phrase without the article before it."""
    head, _, rest = phrase.partition(" ")
    return rest if head.lower() in ("the", "a", "an", "any", "this", "that", "these", "those") and rest else phrase


def span_of(line: Line, first: int, last: int) -> Span:
    """The span of words `[first, last)` without punctuation at the edges."""
    first, last = trimmed(line, first, last)
    return line.span(first, max(last, first + 1))
