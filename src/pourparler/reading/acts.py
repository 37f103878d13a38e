"""What a speaker does by saying something: the verb's own act, its complement's form, and what is said."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from pourparler.core.evidence import Span
from pourparler.core.vocabulary import Act, Mode
from pourparler.reading.anchors import Anchor
from pourparler.reading.deeds import complements, verdicts
from pourparler.reading.doings import RULES
from pourparler.reading.forms import calls, forms, headed
from pourparler.reading.points import Point, points, stretches
from pourparler.reading.scene import Scene
from pourparler.reading.speakers import NOBODY, Speaker

ASKING = ("would you", "could you", "can you", "will you", "may we", "may i", "please")
EXPRESSING = frozenset({"express", "voice", "convey", "extend"})
"""Verbs whose object names what is felt: "expressed gratitude"."""


@cache
def _patterns() -> tuple[tuple[Act, re.Pattern[str]], ...]:
    """The wordings of `data/reporting/act_wordings.toml`, in their order."""
    source = files("pourparler.data").joinpath("reporting", "act_wordings.toml")
    told = tomllib.loads(source.read_text(encoding="utf-8"))
    return tuple((Act(row["act"]), re.compile(row["pattern"], re.IGNORECASE)) for row in told["wording"])


def act_of(scene: Scene, anchor: Anchor | None, contents: Sequence[Span], mode: Mode, speaker: Speaker = NOBODY) -> Act:
    """The act of a saying: that of its cue, or what is done by what is said where the cue only says that it was said.

    `anchor` is the cue in its line, None for words without a cue.
    """
    lemma, act = (anchor.lemma or "", anchor.act) if anchor is not None else ("", Act.SAY)
    parts = tuple(stretches(scene, contents))
    past = anchor is not None and anchor.group is not None and anchor.group.tense == "past"
    told = next((told for form in forms(parts, past) if (told := complements().get((lemma, form)))), None)
    if told is not None:
        return told
    if lemma in EXPRESSING:
        return verdicts(" ".join(span.of(scene.text) for span in contents).lower(), False) or act
    if act is Act.PROMISE:
        return _promised(points(scene, contents, speaker, mode is Mode.DIRECT))
    return act if act is not Act.SAY else act_of_words(scene, contents, mode, speaker)


def _promised(found: Sequence[Point]) -> Act:
    """What verbs of promising do with a clause: "assured us there was no deal" denies, "swore it could not" rejects."""
    for point in found[:1]:
        if point.negated and point.group.modal in ("can", "could"):
            return Act.REJECT
        if point.subject[:1] == ("there",) and point.negated and point.group.modal is None:
            return Act.DENY
        if point.group.modal is None and point.group.tense == "past" and not point.own:
            return Act.SAY
    return Act.PROMISE


def act_of_words(scene: Scene, contents: Sequence[Span], mode: Mode, speaker: Speaker) -> Act:
    """What is done by words alone: the first leading clause that does something, else a wording that tells it.

    What an outlet or somebody unnamed of no side tells of others is not announced by them: it is only said.
    """
    text = " ".join(span.of(scene.text) for span in contents).replace("’", "'")
    direct = mode is Mode.DIRECT
    outside = speaker.media or (speaker.anonymous and speaker.party is None and speaker.office is None)
    if text.rstrip(" \"”'").endswith("?"):
        return Act.ASK if any(opening in text.lower() for opening in ASKING) else Act.SAY
    parts = tuple(stretches(scene, contents))
    called = calls(parts, direct)
    if called is not None:
        return called
    found = points(scene, contents, speaker, direct)
    for point in found:
        act = next((act for rule in RULES if (act := rule(point)) is not None), None)
        if act is not None:
            return Act.SAY if act is Act.ANNOUNCE and outside and not point.own else act
    worded = next((act for act, pattern in _patterns() if pattern.search(text)), None)
    if worded is not None or found:
        return Act.SAY if worded is None or (worded is Act.ANNOUNCE and outside) else worded
    return verdicts(text.lower(), False) or headed(parts) or Act.SAY
