"""Where the words given to a source begin and end: after the cue, before it, or in quotation marks."""

from pourparler.core.evidence import Span
from pourparler.core.vocabulary import Act, Mode
from pourparler.reading.borders import (
    Content,
    as_content,
    clause_span,
    is_sentence,
    phrase_span,
    quotation_at,
    quotation_from,
    starts_clause,
)
from pourparler.reading.cue_search import Cue, chunk_starting
from pourparler.reading.cues import Takes, reporting_verbs
from pourparler.reading.objects import after_object, claim_before_that
from pourparler.reading.page import Page
from pourparler.reading.scene import Line

ADJUNCTS = frozenset("on in at to during after from via before through over by for with late early".split())
WH = frozenset("how why whether what when where which who if".split())
COMMENTING = frozenset("comment respond elaborate reply answer speak be".split())
"""What somebody declines to do when that says nothing: "declined to comment", "refused to be named"."""

ANSWERING = frozenset("comment respond elaborate reply answer".split())
"""What somebody refuses to do when that says nothing."""

THAT_ONLY = frozenset({"hold", "find", "learn", "rule"})
"""Verbs that report only with "that": "officials held that", not "officials held talks"."""

MOST_IN_HEADING = 8
"""Words of a heading's saying that needs no verb: "Not so fast, says the bank"."""

CARRIED = frozenset("carried released published issued broadcast aired posted distributed quoted".split())
"""Participles after "statement" and its like, that tell how it came out."""

LONGEST_DATELINE = 14
"""Words of the longest dateline looked for at the head of a sentence."""

OPENERS = frozenset(
    "but and so yet also still meanwhile elsewhere however separately then moreover earlier later".split()
)


def following(page: Page, line: Line, cue: Cue) -> Content | None:
    """The content after a cue, or None when nothing that the verb takes follows."""
    start = cue.source[1] if cue.inverted and cue.source else cue.last
    at, that = _skip_adjuncts(page, line, start, cue)
    if at >= len(line.words):
        return None
    quoted = quotation_from(page, line, at)
    comma = at > 0 and line.words[at - 1].text in (",", ":")
    if quoted is not None and (Takes.QUOTE in cue.verb.takes) and not that:
        if comma or is_sentence(page, quoted):
            return Content((quoted.inner,), Mode.DIRECT)
        return Content((clause_span(page, line, at),), Mode.MIXED)
    if cue.inverted or (comma and not that):
        return None
    found = _unquoted(page, line, cue, at, that)
    both = {Takes.HEARER, Takes.NOUN} <= cue.verb.takes
    return found if found is not None or not both else _unquoted(page, line, cue, start, that)


def _unquoted(page: Page, line: Line, cue: Cue, at: int, that: bool) -> Content | None:
    """Content outside quotation marks, of the kinds that the verb takes."""
    words, takes = line.words, cue.verb.takes
    word = words[at].text.lower()
    if cue.group.negated and cue.group.modal in ("will", "would") and word in WH:
        return as_content(page, clause_span(page, line, at))
    untold = cue.verb.act in (Act.DECLINE, Act.REJECT) and word == "to" and at + 2 < len(words)
    if untold and words[at + 2].text.lower() in WH:
        return as_content(page, clause_span(page, line, at + 2))
    if cue.verb.act is Act.DECLINE and at + 1 < len(words) and words[at + 1].lemma in COMMENTING:
        return None
    if cue.verb.act is Act.REJECT and word == "to" and at + 1 < len(words) and words[at + 1].lemma in ANSWERING:
        return None
    said = claim_before_that(line, at)
    if said is not None and Takes.NOUN in takes:
        return as_content(page, clause_span(page, line, said))
    if cue.verb.lemma in THAT_ONLY and not that:
        return None
    fits = (
        (that and Takes.CLAUSE in takes)
        or (Takes.CLAUSE in takes and (word in WH or starts_clause(line, at)))
        or (Takes.INFINITIVE in takes and opens_infinitive(line, at))
        or (Takes.FOR in takes and word == "for")
        or (Takes.GERUND in takes and word.endswith("ing"))
    )
    if fits:
        return as_content(page, clause_span(page, line, at))
    if Takes.AS in takes or Takes.CALLED in takes or Takes.ACCUSED in takes or Takes.URGED in takes:
        found = after_object(page, line, cue, at)
        if found is not None:
            return found
    named = at + 1 < len(words) and words[at].tag == "DET" and quotation_from(page, line, at + 1) is not None
    particle = " " in cue.verb.lemma and words[at].tag == "ADJ"
    if Takes.NOUN in takes and (
        named or particle or chunk_starting(line, at) is not None or quotation_from(page, line, at)
    ):
        return as_content(page, phrase_span(page, line, at))
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
    if comma < 1 or not cue.verb.takes & {Takes.QUOTE, Takes.CLAUSE}:
        return None
    quotation = quotation_at(page, words[comma].start) or quotation_at(page, words[comma].end - 1)
    closed = quotation is not None and quotation.outer.end <= words[border].start + 1
    if words[comma].text not in (",", "?", "!", "-", "–", "—", "...", ".", "…") and not closed:
        return None
    if words[comma].text in (".", "…") and not closed:
        return None
    if quotation is not None and closed:
        whole = quotation.inner.start <= line.sentence.span.start + 1
        if whole or is_sentence(page, quotation):
            return Content((quotation.inner,), Mode.DIRECT)
    first = _content_start(line, comma)
    clause = any(group.first >= first and group.last <= comma for group in line.verbs)
    heading = cue.inverted and comma - first <= MOST_IN_HEADING
    if first >= comma or not (clause or heading):
        return None
    end = (
        quotation.outer.end
        if quotation is not None and quotation.outer.end <= words[border].start
        else words[comma - 1].end
    )
    return as_content(page, Span(words[first].start, end))


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
    if not starts_clause(line, joint + 1):
        return ()
    return (clause_span(page, line, joint + 1),)


def around(page: Page, line: Line, cue: Cue) -> Content | None:
    """What was said around a cue set into it: "Acts of protest, the president said, are acts of patriotism"."""
    if cue.source is None or cue.inverted or cue.source[0] < 2 or cue.last + 1 >= len(line.words):
        return None
    words, border = line.words, cue.source[0]
    if words[border - 1].text != "," or words[cue.last].text != "," or line.quoted[border - 1]:
        return None
    first = _content_start(line, border - 1)
    if first >= border - 1 or any(group.finite and first <= group.first < border - 1 for group in line.verbs):
        return None
    rest = clause_span(page, line, cue.last + 1)
    return Content((line.span(first, border - 1), rest), as_content(page, rest).mode)


def _content_start(line: Line, comma: int) -> int:
    """Where fronted content begins: the first word of the sentence, past an opener such as "But" or "Elsewhere,"."""
    words = line.words
    borders = [i for i in range(1, comma) if words[i].text in (":", ";") and not line.quoted[i]]
    if borders and comma - borders[-1] > 3:
        return borders[-1] + 1
    first = _after_dateline(line, comma)
    if first == 0 and words[0].text.lower() in OPENERS and comma > 2:
        first = 2 if words[1].text == "," else 1
    return first


def _after_dateline(line: Line, stop: int) -> int:
    """The word after a dateline ("GENEVA, May 3 (Agency) — "): 0 when the sentence has none."""
    words = line.words
    for index in range(1, min(stop, LONGEST_DATELINE)):
        if words[index].text in ("-", "--", "–", "—") and words[0].text.isupper():
            before = any(group.finite and group.first < index for group in line.verbs)
            return 0 if before else index + 1
    return 0


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
        if word.text.lower() == "that" and probe + 1 < len(words) and words[probe + 1].text not in (",", ".", ";"):
            return probe + 1, True
        if quotation_from(page, line, probe) is not None:
            return probe, False
        if word.text in (",", ":"):
            if probe + 1 < len(words) and quotation_from(page, line, probe + 1) is not None:
                return probe + 1, False
            if word.text == ":":
                return probe + 1, False
            if not _comma_closes(line, probe, start):
                break
            probe += 1
        elif word.tag != "ADP" and opens_infinitive(line, probe):
            break
        elif word.tag == "ADV":
            probe += 1
        elif (passed := _past_carrier(line, probe)) is not None:
            probe = passed
        elif _opens_adjunct(cue, word.text) and (chunk := chunk_starting(line, probe + 1)) is not None:
            probe = chunk.last
            if _finite_after(line, probe) or (probe < len(words) and words[probe].text.lower() in ("if", "unless")):
                return probe, False
        elif any(time.start <= word.start < time.end for time in page.times):
            probe += 1
        else:
            break
    more = probe + 2 < len(words) and words[probe + 2].tag != "PUNCT"
    if Takes.INFINITIVE in cue.verb.takes and more and opens_infinitive(line, probe):
        return probe, False
    while at < len(words) and words[at].tag == "ADV" and words[at].text.lower() not in WH:
        if opens_infinitive(line, at):
            break
        at += 1
    while at < len(words) and any(time.start <= words[at].start < time.end for time in page.times):
        if _finite_after(line, at):
            break
        at += 1
    return at, False


def opens_infinitive(line: Line, at: int) -> bool:
    """True for "to sign", "not to sign" and "never to sign" from word `at` on."""
    words = line.words
    if words[at].text.lower() in ("not", "never") and at + 1 < len(words):
        at += 1
    if words[at].text.lower() != "to" or at + 1 >= len(words):
        return False
    return words[at].tag == "PART" or words[at + 1].tag in ("VERB", "AUX")


def _past_carrier(line: Line, at: int) -> int | None:
    """The word after "carried by the agency", "released on Monday": what tells how a statement came out."""
    if line.words[at].text.lower() not in CARRIED or at + 2 >= len(line.words):
        return None
    chunk = chunk_starting(line, at + 2) if line.words[at + 1].tag == "ADP" else None
    return chunk.last if chunk is not None else None


def _opens_adjunct(cue: Cue, word: str) -> bool:
    """True for a preposition between cue and content; after "agree" a "to" begins what was agreed."""
    return word.lower() in ADJUNCTS and not (word.lower() == "to" and cue.verb.act is Act.ACCEPT)


def _finite_after(line: Line, at: int) -> bool:
    """True when a noun chunk begins at word `at` and its finite verb follows at once: a clause begins here."""
    chunk = chunk_starting(line, at)
    group = line.parse.group_at(chunk.last) if chunk is not None and chunk.last < len(line.words) else None
    return group is not None and group.finite


def _comma_closes(line: Line, comma: int, start: int) -> bool:
    """True for the second comma of an insertion between cue and content ("said, on Tuesday, that")."""
    return any(word.text == "," for word in line.words[start:comma])
