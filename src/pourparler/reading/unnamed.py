"""Those who speak without a name and without an office: "the teachers", "two creditors", "striking actors"."""

from pourparler.reading.deeds import human_nouns
from pourparler.reading.scene import Line
from pourparler.reading.speakers import NOBODY, Speaker

AGENTS = ("ers", "ors", "ists", "men", "women", "ians", "folk", "people")
"""Endings of plural nouns for people."""


NOT_THEM = frozenset("no neither none his its her their".split())
"""Words in the phrase of nobody, or of somebody else's people."""


def anyone(line: Line, first: int, last: int) -> Speaker:
    """An unnamed speaker when words `first` to `last` describe people or a body, else nobody."""
    heads = [i for i in range(first, last) if line.words[i].tag in ("NOUN", "PROPN")]
    stop = next((i for i in range(first + 1, last) if line.words[i].tag in ("ADP", "PUNCT", "SCONJ")), last)
    heads = [i for i in heads if i < stop]
    if not heads or any(word.text.lower() in NOT_THEM for word in line.words[first:last]):
        return NOBODY
    head = line.words[heads[-1]]
    low, lemma = head.text.lower(), head.lemma.lower()
    if head.tag == "PROPN" and lemma.endswith("s") and lemma[:-1] in human_nouns():
        lemma = lemma[:-1]
    human = lemma in human_nouns() or low in human_nouns() or (len(low) > 5 and low.endswith(AGENTS))
    named = head.tag == "PROPN" and (lemma not in human_nouns() or line.words[heads[0]] is not head)
    return Speaker(anonymous=True) if human and not named else NOBODY
