"""What a speaker does by saying something: the verb's own act, sharpened by what is said where the verb is plain."""

import re
from functools import cache

from pourparler.core.vocabulary import Act

_WORDINGS: tuple[tuple[Act, str], ...] = (
    (
        Act.REJECT,
        r"\b(?:will|would|shall|can|could|may|must)(?: not|n[’']t| never)\b[^.]{0,40}\b(?:accept|agree|allow|"
        r"permit|tolerate|recogni[sz]e|give up|cede|surrender|withdraw|negotiate|sign|(?:be )?mak|concede|yield|offer)",
    ),
    (
        Act.REJECT,
        r"\b(?:won[’']t|cannot|can[’']t|never)\b[^.]{0,30}\b(?:accept|agree|allow|permit|recogni[sz]e|give|cede|"
        r"surrender|withdraw|negotiate|sign|yield)\b",
    ),
    (
        Act.REJECT,
        r"\b(?:there (?:will|can|would) be no|unacceptable|non-negotiable|not tenable|out of the question|no deal)\b",
    ),
    (
        Act.ACCEPT,
        r"\b(?:willing|ready|prepared|happy) to (?:agree|accept|sign)\b|\bha(?:s|ve|d) (?:agreed|accepted) to\b",
    ),
    (Act.OFFER, r"\b(?:ready|open|willing|prepared|happy|like) to\b"),
    (Act.DEMAND, r"\b(?:must|need(?:s|ed)? to|has to|have to|should|nothing (?:can|could|will)|(?:only )?if we do)\b"),
    (
        Act.PROMISE,
        r"\b(?:we|side|company|union|government|it) (?:will|shall|would) (?:present|deliver|provide|send|give|hand)\b",
    ),
    (
        Act.ANNOUNCE,
        r"\b(?:will|would|are to|is to|is set to|are set to) (?:\w+ )?(?:meet|visit|travel|fly|host|take place|"
        r"take part|be held|sign|hold|resume|begin|start|attend|arrive|receive)\b|\bhad been reached\b",
    ),
)


@cache
def _patterns() -> tuple[tuple[Act, re.Pattern[str]], ...]:
    return tuple((act, re.compile(wording, re.IGNORECASE)) for act, wording in _WORDINGS)


def act_of(cue: Act, content: str) -> Act:
    """The act of a saying: that of its cue, or of its wording where the cue only says that it was said."""
    if cue is not Act.SAY:
        return cue
    return next((act for act, pattern in _patterns() if pattern.search(content)), Act.SAY)
