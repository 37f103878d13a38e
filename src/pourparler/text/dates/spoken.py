"""The day on which a quotation was said, where a time beside a verb of speech tells it."""

from collections.abc import Sequence

from pourparler.core.evidence import Span
from pourparler.text.dates import verbs
from pourparler.text.dates.phrase import Phrase
from pourparler.text.dates.scan import Scan
from pourparler.text.dates.verbgroup import Tense

_PRONOUNS = frozenset(("he", "she", "they", "it"))


def speaking_time(scanned: Scan, made: Sequence[Phrase], quote: Span, inside: tuple[int, int]) -> Phrase | None:
    """The phrase that dates `quote` (tokens `[inside[0], inside[1])`): in its own sentence, or in the one before.

    The sentence before counts only when a pronoun ("he added") carries the speaker on.
    """
    begin = scanned.sentence(inside[0])[0]
    end = scanned.sentence(inside[1] - 1)[1]
    found = _in_range(scanned, made, begin, end)
    if found is not None or begin == 0 or not _carries_on(scanned, quote, begin, end):
        return found
    return _in_range(scanned, made, scanned.sentence(begin - 1)[0], begin)


def _carries_on(scanned: Scan, quote: Span, begin: int, end: int) -> bool:
    outside = {t.low for t in scanned.tokens[begin:end] if not quote.start <= t.start < quote.end}
    return bool(outside & _PRONOUNS) and bool(outside & verbs.SPEECH)


def _in_range(scanned: Scan, made: Sequence[Phrase], begin: int, end: int) -> Phrase | None:
    for phrase in made:
        if not begin <= phrase.first < end or phrase.quote is not None or phrase.looks is Tense.COMING:
            continue
        when = phrase.found.when if phrase.found else None
        if when and when.start and when.start == when.end and _tells_speech(scanned, phrase, begin, end):
            return phrase
    return None


def _tells_speech(scanned: Scan, phrase: Phrase, begin: int, end: int) -> bool:
    """True when the nearest verb (or noun of speech) to the left, or failing that to the right, is one of speech."""
    for places in (range(phrase.first - 1, begin - 1, -1), range(phrase.last, end)):
        for place in places:
            word = scanned.tokens[place].low
            if word in verbs.SPEECH:
                return True
            if word in verbs.AUXILIARIES:
                continue
            if verbs.is_past(word) and any(
                t.low in verbs.SPEECH for t in scanned.tokens[max(begin, place - 2) : place]
            ):
                return True
            if verbs.is_past(word) or (word.endswith("ing") and len(word) > 5) or word in ('"', "”", "“"):
                break
        else:
            continue
        if places.step < 0 and word not in ('"', "”", "“"):
            return False
    return False
