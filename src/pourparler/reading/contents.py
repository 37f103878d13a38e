"""Where the words given to a source begin and end: after the cue, before it, or in quotation marks."""

from dataclasses import dataclass

from pourparler.core.evidence import Span
from pourparler.core.vocabulary import Act, Mode
from pourparler.reading.claims import CLAIMS
from pourparler.reading.cue_search import Cue, chunk_starting
from pourparler.reading.cues import Takes, reporting_verbs
from pourparler.reading.page import Page
from pourparler.reading.scene import Line
from pourparler.text.complements import complement_end
from pourparler.text.quotes import Quotation

ADJUNCTS = frozenset("on in at to during after from via before through over by for with late early".split())
WH = frozenset("how why whether what when where which who if".split())
OPENERS = frozenset(
    "but and so yet also still meanwhile elsewhere however separately then moreover earlier later".split()
)
LINKED = {"as": Takes.AS, "of": Takes.ACCUSED, "for": Takes.ACCUSED, "on": Takes.ACCUSED, "to": Takes.URGED}
"""What links an object to what is said of it, by the kind of verb."""

LEAST_SENTENCE = 4
"""Words of a quotation from which it can be a saying of its own rather than a term in quotation marks."""


@dataclass(frozen=True, slots=True)
class Content:
    """What was said: spans in the order of the text, the mode, and the word index where the cue's clause goes on."""

    spans: tuple[Span, ...]
    mode: Mode


def quotation_at(page: Page, offset: int) -> Quotation | None:
    """The outermost quotation that holds `offset`."""
    return next((q for q in page.quotes if q.outer.start <= offset < q.outer.end), None)


def following(page: Page, line: Line, cue: Cue) -> Content | None:
    """The content after a cue, or None when nothing that the verb takes follows."""
    start = cue.source[1] if cue.inverted and cue.source else cue.last
    at, that = _skip_adjuncts(page, line, start, cue)
    if at >= len(line.words):
        return None
    quoted = _opening_quote(page, line, at)
    comma = at > 0 and line.words[at - 1].text in (",", ":")
    if quoted is not None and (Takes.QUOTE in cue.verb.takes) and not that:
        if comma or _is_sentence(page, quoted):
            return Content((quoted.inner,), Mode.DIRECT)
        return Content((_clause(page, line, at),), Mode.MIXED)
    if cue.inverted or (comma and not that):
        return None
    return _unquoted(page, line, cue, at, that)


def _unquoted(page: Page, line: Line, cue: Cue, at: int, that: bool) -> Content | None:
    """Content outside quotation marks, of the kinds that the verb takes."""
    words, takes = line.words, cue.verb.takes
    word = words[at].text.lower()
    if cue.group.negated and cue.group.modal == "will" and word in WH:
        return _content(page, _clause(page, line, at))
    if cue.verb.act is Act.DECLINE and word == "to" and at + 2 < len(words) and words[at + 2].text.lower() in WH:
        return _content(page, _clause(page, line, at + 2))
    said = _claim_before_that(line, at)
    if said is not None and Takes.NOUN in takes:
        return _content(page, _clause(page, line, said))
    fits = (
        (that and Takes.CLAUSE in takes)
        or (Takes.CLAUSE in takes and (word in WH or _starts_clause(line, at)))
        or (Takes.INFINITIVE in takes and word == "to" and at + 1 < len(words))
        or (Takes.FOR in takes and word == "for")
        or (Takes.GERUND in takes and word.endswith("ing"))
    )
    if fits:
        return _content(page, _clause(page, line, at))
    if Takes.AS in takes or Takes.CALLED in takes or Takes.ACCUSED in takes or Takes.URGED in takes:
        found = _after_object(page, line, cue, at)
        if found is not None:
            return found
    if Takes.NOUN in takes and (chunk_starting(line, at) is not None or _opening_quote(page, line, at)):
        return _content(page, _phrase(page, line, at))
    return None


def _claim_before_that(line: Line, at: int) -> int | None:
    """Where the clause begins after "its position that …", "a warning that …"; None where no such noun follows."""
    chunk = chunk_starting(line, at)
    if chunk is None or chunk.last + 1 >= len(line.words) or line.words[chunk.last].text.lower() != "that":
        return None
    return chunk.last + 1 if line.words[chunk.head].lemma.lower() in CLAIMS else None


def _after_object(page: Page, line: Line, cue: Cue, at: int) -> Content | None:
    """Content of "called it …", "described the plan as …", "accused the company of …", "urged both sides to …"."""
    chunk = chunk_starting(line, at)
    if chunk is None or chunk.last >= len(line.words):
        return None
    words, pronoun = line.words, chunk.last - chunk.first == 1 and line.words[at].tag == "PRON"
    link = words[chunk.last].text.lower()
    wanted = LINKED.get(link)
    if wanted is not None and wanted in cue.verb.takes:
        first = chunk.last + (link == "as") if wanted is Takes.URGED or (pronoun and link == "as") else at
        quoted = _opening_quote(page, line, chunk.last + 1 if link == "as" else first)
        if quoted is not None:
            return Content((quoted.outer,), Mode.MIXED)
        return _content(page, _clause(page, line, min(first, len(words) - 1)))
    if Takes.CALLED in cue.verb.takes and (pronoun or _opening_quote(page, line, chunk.last)):
        quoted = _opening_quote(page, line, chunk.last) or _opening_quote(page, line, chunk.last + 1)
        if quoted is not None:
            return Content((quoted.outer,), Mode.MIXED)
        return _content(page, _clause(page, line, chunk.last))
    return None


def fronted(page: Page, line: Line, cue: Cue) -> Content | None:
    """The content before "…, the minister said" or "…," said the minister; None when none stands there."""
    border = cue.first if cue.inverted or cue.source is None else cue.source[0]
    comma = border - 1
    words = line.words
    if comma > 0 and words[comma].text.lower() == "as":
        comma -= 1
    while comma >= 0 and words[comma].text in ('"', "”", "’", "“", "''", "'", "»"):
        comma -= 1
    if comma < 1:
        return None
    quotation = quotation_at(page, words[comma].start) or quotation_at(page, words[comma].end - 1)
    closed = quotation is not None and quotation.outer.end <= words[border].start + 1
    if words[comma].text not in (",", "?", "!", "-", "–", "—", "...", ".", "…") and not closed:
        return None
    if words[comma].text in (".", "…") and not closed:
        return None
    if quotation is not None and closed:
        whole = quotation.inner.start <= line.sentence.span.start + 1
        if whole or _is_sentence(page, quotation):
            return Content((quotation.inner,), Mode.DIRECT)
    first = _content_start(line, comma)
    if first >= comma or not any(group.first >= first and group.last <= comma for group in line.verbs):
        return None
    end = (
        quotation.outer.end
        if quotation is not None and quotation.outer.end <= words[border].start
        else words[comma - 1].end
    )
    return _content(page, Span(words[first].start, end))


def going_on(page: Page, line: Line, cue: Cue) -> tuple[Span, ...]:
    """What was said after a cue set between two parts: "It was historic, the chair said, and no strike was needed"."""
    words = line.words
    at = max(cue.last, cue.source[1] if cue.source else 0)
    while at < len(words) and any(time.start <= words[at].start < time.end for time in page.times):
        at += 1
    joint = at + 1
    if joint + 2 >= len(words) or words[at].text != "," or words[joint].text.lower() not in ("and", "but", "or"):
        return ()
    if any(group.first > joint and words[group.head].lemma in reporting_verbs() for group in line.verbs):
        return ()
    if not _starts_clause(line, joint + 1):
        return ()
    return (_clause(page, line, joint + 1),)


def _content_start(line: Line, comma: int) -> int:
    """Where fronted content begins: the first word of the sentence, past an opener such as "But" or "Elsewhere,"."""
    words, first = line.words, 0
    if words[0].text.lower() in OPENERS and comma > 2:
        first = 2 if words[1].text == "," else 1
    return first


def _skip_adjuncts(page: Page, line: Line, at: int, cue: Cue) -> tuple[int, bool]:
    """Pass over hearers, days and places between a cue and what was said; True when "that" was passed."""
    words, start = line.words, at
    if Takes.HEARER in cue.verb.takes:
        chunk = chunk_starting(line, at)
        if chunk is not None:
            at = chunk.last
    probe = at
    for _ in range(6):
        if probe >= len(words):
            break
        word = words[probe]
        if word.text.lower() == "that" and (probe + 1 < len(words)) and words[probe + 1].tag not in ("PUNCT",):
            return probe + 1, True
        if _opening_quote(page, line, probe) is not None:
            return probe, False
        if word.text in (",", ":"):
            if probe + 1 < len(words) and _opening_quote(page, line, probe + 1) is not None:
                return probe + 1, False
            if word.text == ":":
                return probe + 1, False
            if not _comma_closes(line, probe, start):
                break
            probe += 1
        elif word.tag == "ADV":
            probe += 1
        elif word.text.lower() in ADJUNCTS and (chunk := chunk_starting(line, probe + 1)) is not None:
            probe = chunk.last
        elif any(time.start <= word.start < time.end for time in page.times):
            probe += 1
        else:
            break
    while at < len(words) and words[at].tag == "ADV" and words[at].text.lower() not in WH:
        at += 1
    while at < len(words) and any(time.start <= words[at].start < time.end for time in page.times):
        at += 1
    return at, False


def _comma_closes(line: Line, comma: int, start: int) -> bool:
    """True for the second comma of an insertion between cue and content ("said, on Tuesday, that")."""
    return any(word.text == "," for word in line.words[start:comma])


def _opening_quote(page: Page, line: Line, at: int) -> Quotation | None:
    """The quotation that opens right at word `at` (or whose mark that word is)."""
    if at >= len(line.words):
        return None
    start = line.words[at].start
    return next((q for q in page.quotes if q.outer.start == start or q.inner.start == start), None)


def _is_sentence(page: Page, quotation: Quotation) -> bool:
    """True when a quotation reads as a whole sentence: a capital first and words enough."""
    inner = quotation.inner.of(page.text).lstrip(".… ")
    return inner[:1].isupper() and len(inner.split()) >= LEAST_SENTENCE


def _starts_clause(line: Line, at: int) -> bool:
    """True when a clause with its own subject begins at word `at`: a noun chunk and a finite verb soon after."""
    chunk = chunk_starting(line, at)
    if chunk is None:
        if line.words[at].tag in ("SCONJ", "ADV", "NUM", "DET", "ADJ", "VERB"):
            return any(group.first > at and not group.infinitive for group in line.verbs)
        return False
    return any(group.first >= chunk.last and not group.infinitive for group in line.verbs)


def _clause(page: Page, line: Line, at: int) -> Span:
    """The span of the complement that begins at word `at`; a quotation that it opens inside is taken whole."""
    last = max(complement_end(line.parse, at), at + 1)
    end = line.words[last - 1].end
    start = line.words[at].start
    quotation = quotation_at(page, end - 1)
    if quotation is not None and quotation.outer.start >= start and quotation.outer.end > end:
        end = quotation.outer.end
    return Span(start, end)


def _phrase(page: Page, line: Line, at: int) -> Span:
    """The span of a noun phrase that is what was said; a second verb of the same subject ends it."""
    whole, words = _clause(page, line, at), line.words
    for index in range(at + 1, len(words) - 1):
        if words[index].end > whole.end:
            break
        joint = index + 1 if words[index].text == "," else index
        verb = joint + 1
        while verb < len(words) and words[verb].tag == "ADV":
            verb += 1
        group = line.parse.group_at(verb) if verb < len(words) else None
        goes_on = words[joint].tag == "CCONJ" and group is not None and group.finite and group.first == verb
        clause = (
            words[index].text == ","
            and words[joint].text.lower() in ("but", "while", "and", "as")
            and _starts_clause(line, joint + 1)
        )
        if goes_on or clause:
            return Span(whole.start, words[index - 1].end)
    return whole


def _content(page: Page, span: Span) -> Content:
    """A content with its mode: direct inside one pair of marks, mixed around marks, else indirect."""
    inside = [q for q in page.quotes if q.outer.start < span.end and span.start < q.outer.end]
    if not inside:
        return Content((span,), Mode.INDIRECT)
    return Content((span,), Mode.MIXED)
