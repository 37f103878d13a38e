"""Whether an instrument was kept: one voice says that a side broke it, another that this side kept to it."""

import re
from collections.abc import Iterator

from pourparler.record.contradictions.passages import Passage, Passages
from pourparler.record.contradictions.sides import Told

PAPER = (
    r"(?:agreements?|deal|accord|pact|truce|cease-?fire|treaty|contract|memorandum|understandings?|consensus|framework|"
    r"protocol|arrangement|resolution|armistice|moratorium)"
)
"""Words for an instrument."""

_PLEDGED = rf"(?:{PAPER}|terms|commitments?|promises?|obligations?|pledges?|what (?:was|had been|we) agreed)"
_GAP = r"(?:[\w’'“”\"-]+ ){0,5}?"
_BROKE = (
    r"violat(?:ed|es|ing)|broke|broken|breaking|breach(?:ed|es|ing)|flout(?:ed|s|ing)|reneg(?:ed|es|ing) on|"
    r"undermin(?:ed|es|ing)|dishonou?red|fail(?:ed|s|ing) to (?:honou?r|keep|comply with|abide by|respect|implement)"
)
_KEPT = (
    r"(?:kept|keeps|keeping)(?! \w+ing\b)|honou?rs|honou?red|observed|observes|observing|respected|respects|"
    r"fulfilled|fulfils|complied|complies|complying|abided|abides|adhered|adheres|adhering|stuck|sticks|lived up|stood"
)
_DONE = re.compile(
    rf"\b(?:(?P<broke>{_BROKE})|(?P<kept>(?:{_KEPT})(?: \w+ly)?(?: (?:to|with|by))?)) {_GAP}{_PLEDGED}\b"
)
_NOT = re.compile(r"(?:\b(?:not|never|nor|hardly)|n[’']t)(?: \w+){0,2}[\s“\"]*$", re.I)


def kept_or_broken(passages: Passages) -> Iterator[tuple[Passage, str, Told]]:
    """Every word that a party broke or kept an instrument: the passage, the party, and which of the two is told."""
    for passage, match in passages.found(_DONE):
        party = passages.subject(passage, match.start())
        if party is None and passage.denied:
            party = passages.speaker_party(passage)
        if party is None:
            continue
        negated = bool(_NOT.search(passage.report.text, max(0, match.start() - 40), match.start()))
        broken = bool(match["broke"]) is not (negated or passage.denied)
        yield passage, party, passages.told(f"{'broken' if broken else 'kept'} by {party}", passage)
