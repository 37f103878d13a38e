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
OUTSIDERS = frozenset(
    "source sources people person insider insiders diplomat diplomats analyst analysts observer observers media".split()
)
"""Those who tell of what others do without being the ones to announce it."""
MINDFUL = frozenset(
    """believe think hope expect fear doubt suspect wonder feel predict estimate forecast anticipate speculate intend
    plan aim understand see view suggest hint imply reckon assume""".split()
)
"""Verbs of the mind and of hinting, with which nothing is announced."""
EXCLAIMING = frozenset({"declare", "proclaim", "reveal"})
"""Verbs of announcing that, before quoted words, only tell that they were said."""
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
    past = anchor is not None and anchor.group is not None and anchor.group.tense in ("past", "none")
    told = next((told for form in forms(parts, past) if (told := complements().get((lemma, form)))), None)
    if told is not None:
        return told
    if lemma in EXPRESSING:
        return verdicts(" ".join(span.of(scene.text) for span in contents).lower(), False) or act
    if act is Act.PROMISE:
        return _promised(points(scene, contents, speaker, mode is Mode.DIRECT))
    if act is not Act.SAY and not (lemma in EXCLAIMING and mode is Mode.DIRECT):
        return act
    done = act_of_words(scene, contents, mode, speaker)
    return Act.SAY if done is Act.ANNOUNCE and (lemma in MINDFUL or _is_outside(scene, anchor, speaker)) else done


def _is_outside(scene: Scene, anchor: Anchor | None, speaker: Speaker) -> bool:
    """True for outlets and for sources of no office: what they tell of others they do not announce, they say it."""
    if anchor is None or anchor.source is None:
        return speaker.media
    return speaker.media or bool(OUTSIDERS & set(anchor.source.of(scene.text).lower().split()))


def _promised(found: Sequence[Point]) -> Act:
    """What verbs of promising do with a clause: "swore it could not reopen" rejects, "assured us it was late" says."""
    for point in found[:1]:
        if point.negated and point.group.modal in ("can", "could"):
            return Act.REJECT
        if point.subject[:1] == ("there",) and point.negated:
            return Act.PROMISE
        if point.group.modal is None and point.group.tense == "past" and not point.own:
            return Act.SAY
    return Act.PROMISE


def act_of_words(scene: Scene, contents: Sequence[Span], mode: Mode, speaker: Speaker) -> Act:
    """What is done by words alone: the first leading clause that does something, else a wording that tells it."""
    text = " ".join(span.of(scene.text) for span in contents).replace("’", "'")
    direct = mode is Mode.DIRECT
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
            return act
    worded = next((act for act, pattern in _patterns() if pattern.search(text)), None)
    if worded is not None or found:
        return worded or Act.SAY
    return verdicts(text.lower(), False) or headed(parts) or Act.SAY
