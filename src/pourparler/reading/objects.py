"""What is said of an object: "called it …", "described the plan as …", "accused the company of …"."""

from pourparler.core.evidence import Span
from pourparler.core.vocabulary import Mode
from pourparler.reading.borders import Content, as_content, clause_span, quotation_from
from pourparler.reading.claims import CLAIMS
from pourparler.reading.cue_search import Cue, chunk_starting
from pourparler.reading.cues import Takes
from pourparler.reading.page import Page
from pourparler.reading.scene import Line
from pourparler.text.chunks import NounChunk

LINKED = {"as": Takes.AS, "of": Takes.ACCUSED, "for": Takes.ACCUSED, "on": Takes.ACCUSED, "to": Takes.URGED}
"""What links an object to what is said of it, by the kind of verb."""

REACH = 10
"""Words after "called" within which a name in quotation marks is given."""


def claim_before_that(line: Line, at: int) -> int | None:
    """Where the clause begins after "its position that …", "a warning that …"; None where no such noun follows."""
    chunk = chunk_starting(line, at)
    if chunk is None or chunk.last + 1 >= len(line.words) or line.words[chunk.last].text.lower() != "that":
        return None
    return chunk.last + 1 if line.words[chunk.head].lemma.lower() in CLAIMS else None


def after_object(page: Page, line: Line, cue: Cue, at: int) -> Content | None:
    """Content of "called it …", "described the plan as …", "accused the company of …", "urged both sides to …"."""
    chunk = chunk_starting(line, at)
    if chunk is None and line.words[at].text.lower() in ("both", "all", "each"):
        chunk = chunk_starting(line, at + 1)
    if chunk is None or chunk.last >= len(line.words):
        return None
    words, pronoun = line.words, chunk.last - chunk.first == 1 and line.words[at].tag == "PRON"
    link = words[chunk.last].text.lower()
    wanted = LINKED.get(link)
    if wanted is not None and wanted in cue.verb.takes:
        first = chunk.last + 1 if pronoun and link == "as" else at
        quoted = quotation_from(page, line, chunk.last + 1 if link == "as" else first)
        if quoted is not None and pronoun:
            return Content((quoted.outer,), Mode.MIXED)
        span = clause_span(page, line, min(first, len(words) - 1))
        return as_content(page, _with_second(page, line, span) if link == "to" else span)
    return _name_given(page, line, cue, chunk) if Takes.CALLED in cue.verb.takes else None


def _with_second(page: Page, line: Line, span: Span) -> Span:
    """What somebody is urged to do with the second thing: "to stop and | come back to the table"."""
    for index in range(1, len(line.words) - 1):
        if line.words[index].start < span.end:
            continue
        joint = line.words[index]
        after = line.words[index + 1]
        bare = after.tag == "VERB" and after.text == after.lemma
        if joint.text.lower() not in ("and", "or") or not bare:
            return span
        further = clause_span(page, line, index + 1)
        return _with_second(page, line, Span(span.start, further.end)) if further.end > span.end else span
    return span


def _name_given(page: Page, line: Line, cue: Cue, chunk: NounChunk) -> Content | None:
    """What something is called: "called it a farce", "called half of the offers “insulting”"."""
    last = chunk.last
    while last < len(line.words) and last - chunk.first < REACH:
        quoted = quotation_from(page, line, last)
        if quoted is not None:
            if last <= chunk.last + 1 and line.words[chunk.first].tag == "PRON":
                return Content((quoted.outer,), Mode.MIXED)
            return as_content(page, clause_span(page, line, chunk.first))
        last += 1
    after = line.words[chunk.last] if chunk.last < len(line.words) else None
    further = chunk_starting(line, chunk.last)
    if further is not None and line.words[further.first].text.lower() in ("a", "an") and after is not None:
        start = chunk.last if line.words[chunk.first].tag == "PRON" else chunk.first
        return as_content(page, clause_span(page, line, start))
    if after is not None and after.tag == "ADJ" and line.words[chunk.first].tag != "PRON":
        return as_content(page, clause_span(page, line, chunk.first))
    if after is None or line.words[chunk.first].tag != "PRON" or after.tag not in ("DET", "ADJ", "NOUN", "PROPN"):
        return None
    return as_content(page, clause_span(page, line, chunk.last))
