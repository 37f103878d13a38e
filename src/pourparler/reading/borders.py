"""The borders of what was said: clauses, noun phrases and quotations, and the mode they give."""

from dataclasses import dataclass

from pourparler.core.evidence import Span
from pourparler.core.vocabulary import Mode
from pourparler.reading.cue_search import chunk_starting
from pourparler.reading.cues import reporting_verbs
from pourparler.reading.page import Page
from pourparler.reading.scene import Line
from pourparler.text.complements import complement_end
from pourparler.text.quotes import Quotation

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


def quotation_from(page: Page, line: Line, at: int) -> Quotation | None:
    """The quotation that opens right at word `at` (or whose mark that word is)."""
    if at >= len(line.words):
        return None
    start = line.words[at].start
    return next((q for q in page.quotes if q.outer.start == start or q.inner.start == start), None)


def is_sentence(page: Page, quotation: Quotation) -> bool:
    """True when a quotation reads as a whole sentence: a capital first and words enough."""
    inner = quotation.inner.of(page.text).lstrip(".… ")
    return inner[:1].isupper() and len(inner.split()) >= LEAST_SENTENCE


def starts_clause(line: Line, at: int) -> bool:
    """True when a clause with its own subject begins at word `at`: a noun chunk and a finite verb soon after."""
    chunk = chunk_starting(line, at)
    if chunk is None:
        if line.words[at].tag in ("SCONJ", "ADV", "NUM", "DET", "ADJ", "VERB", "PRON", "CCONJ"):
            return any(group.first > at and not group.infinitive for group in line.verbs)
        return False
    return any(group.first >= chunk.last and not group.infinitive for group in line.verbs)


def clause_span(page: Page, line: Line, at: int) -> Span:
    """The span of the complement that begins at word `at`; a quotation that it opens inside is taken whole."""
    last = max(complement_end(line.parse, at), at + 1)
    last = _before_second_verb(line, at, _before_remark(line, at, _before_utterance(page, line, at, last)))
    end = line.words[last - 1].end
    start = line.words[at].start
    quotation = quotation_at(page, end - 1)
    if quotation is not None and quotation.outer.start >= start and quotation.outer.end > end:
        end = quotation.outer.end
    return Span(start, end)


def _before_utterance(page: Page, line: Line, first: int, last: int) -> int:
    """Where content ends before a colon behind which somebody is quoted with whole sentences."""
    for index in range(first + 1, min(last, len(line.words) - 1)):
        if line.words[index].text == ":" and not line.quoted[index]:
            quotation = quotation_from(page, line, index + 1)
            if quotation is not None and is_sentence(page, quotation):
                return index
    return last


def _before_second_verb(line: Line, first: int, last: int) -> int:
    """Where content ends before a second reporting verb of the same subject: "… and predicted a pause"."""
    words, verbs = line.words, reporting_verbs()
    for group in line.verbs:
        if not first + 2 < group.first < last or not group.finite or line.quoted[group.head]:
            continue
        joint = group.first - 1
        while joint > first and words[joint].tag == "ADV":
            joint -= 1
        said = words[group.head].lemma in verbs and words[group.head].text.lower().endswith(("ed", "said", "told"))
        held = any(g.finite and first <= g.first < joint for g in line.verbs)
        if said and held and words[joint].tag == "CCONJ" and group.tense == "past" and not group.modal:
            return joint - 1 if words[joint - 1].text == "," else joint
    return last


def _before_remark(line: Line, first: int, last: int) -> int:
    """Where content ends before a single spaced dash, behind which the reporter speaks again."""
    words = line.words
    dashes = [
        i
        for i in range(first + 3, last)
        if words[i].text in ("–", "—", "-") and words[i].start > words[i - 1].end and not line.quoted[i]
    ]
    return dashes[0] if len(dashes) == 1 else last


def phrase_span(page: Page, line: Line, at: int) -> Span:
    """The span of a noun phrase that is what was said; a second verb of the same subject ends it."""
    whole, words = clause_span(page, line, at), line.words
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
            and starts_clause(line, joint + 1)
        )
        if goes_on or clause:
            return Span(whole.start, words[index - 1].end)
    return whole


def as_content(page: Page, span: Span) -> Content:
    """A content with its mode: direct inside one pair of marks, mixed around marks, else indirect."""
    inside = [q for q in page.quotes if q.outer.start < span.end and span.start < q.outer.end]
    if not inside:
        return Content((span,), Mode.INDIRECT)
    return Content((span,), Mode.MIXED)
