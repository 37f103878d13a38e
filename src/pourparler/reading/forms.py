"""The forms of what was said: question, infinitive, bare clause, imperative, heading."""

from collections.abc import Sequence

from pourparler.core.vocabulary import Act
from pourparler.reading.deeds import Deed, is_any_deed, is_deed
from pourparler.reading.points import Stretch
from pourparler.reading.scene import Line
from pourparler.text.verbs import VerbGroup

QUESTIONS = frozenset("whether if how why what when where which who".split())
REPORTS = frozenset("report claim rumour rumor allegation accusation suggestion speculation charge".split())
"""Nouns for what is told by others; to dismiss them is to deny it."""

CALLS_NOT = frozenset("look listen see believe ask tell trust remember mind watch thank welcome well please".split())
"""Bare verbs that open a remark rather than call on somebody."""


def forms(parts: Sequence[Stretch], past: bool) -> tuple[str, ...]:
    """The forms that a complement has, by which a verb such as "suggest" or "insist" changes its act.

    `past` tells that the cue is in the past, where a verb in its bare form is no report.
    """
    if not parts:
        return ()
    words, line, first = parts[0].words, parts[0].line, parts[0].first
    low = words[0].text.lower()
    if low in QUESTIONS:
        return ("question",)
    if low == "to" or (low in ("not", "never") and len(words) > 1 and words[1].text.lower() == "to"):
        return ("infinitive",)
    if words[0].tag == "VERB" and low.endswith("ing"):
        return ("gerund",)
    told = [word.lemma.lower() for word in words[:4]]
    if REPORTS & set(told) and not any(g.finite and first <= g.first < parts[0].last for g in line.verbs):
        return ("report", "noun")
    group = next((g for g in line.verbs if g.first >= first and not g.infinitive), None)
    if group is None or group.first >= parts[0].last:
        urged = any(g.infinitive and first < g.first < parts[0].last for g in line.verbs)
        return ("urged",) if urged else ("noun",)
    if group.modal == "should":
        return ("should",)
    return ("bare",) if _is_bare(line, group, past) and low != "no" else ("clause",)


def _is_bare(line: Line, group: VerbGroup, past: bool) -> bool:
    """True for a verb in its bare form: "that the ports be opened", "suggested that both sides meet"."""
    word = line.words[group.first]
    if group.modal is not None or word.text.lower() != word.lemma or word.lemma in ("have", "do"):
        return False
    before = line.words[group.first - 1] if group.first else None
    plural = before is not None and (before.text.endswith("s") or before.tag == "PRON")
    return word.lemma == "be" or (group.tense == "present" and (past or not plural))


def calls(parts: Sequence[Stretch], direct: bool) -> Act | None:
    """What an imperative does: "Open the gates" demands, "Let us meet" proposes."""
    for part in parts[: 3 if direct else 1]:
        words = [word for word in part.words if word.tag != "PUNCT"]
        lows = [word.text.lower() for word in words[:3]]
        if len(words) < 2:
            continue
        if lows[0] == "let" and lows[1] in ("us", "'s", "’s"):
            if len(lows) > 2 and lows[2] not in ("be", "face", "see", "hope", "not", "just"):
                return Act.PROPOSE
            continue
        if lows[0] == "do" and lows[1] in ("n't", "n’t", "not") and words[2:3] and words[2].lemma != "be":
            return Act.DEMAND
        known = is_any_deed(lows[0]) and words[1].tag == "DET"
        bare = (known or (words[0].tag == "VERB" and lows[0] == words[0].lemma)) and lows[0] not in CALLS_NOT
        alone = not any(g.finite and g.first == part.first and g.modal for g in part.line.verbs)
        if direct and bare and alone and words[1].tag not in ("AUX", "VERB"):
            return Act.DEMAND
    return None


def headed(parts: Sequence[Stretch]) -> Act | None:
    """What a heading without a finite verb does: "Truce to be prolonged" announces."""
    for part in parts[:1]:
        coming = [g for g in part.line.verbs if g.infinitive and part.first < g.first < part.last]
        if coming and (coming[0].passive or is_deed(part.line.words[coming[0].head].lemma, Deed.ARRANGE)):
            return Act.ANNOUNCE
    return None
