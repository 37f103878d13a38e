"""Where reported content ends: at the end of its sentence, or where the reporter's own voice goes on."""

from collections.abc import Sequence

from pourparler.text.words import Word

CLOSERS = frozenset({".", "!", "?", ";", "…"})


def complement_end(words: Sequence[Word], first: int) -> int:
    """The word index (half-open) at which the complement that begins at word `first` ends."""
    last = len(words)
    for at in range(first, len(words)):
        if words[at].text == ";":
            last = at
            break
    while last > first and words[last - 1].text in (*CLOSERS, ",", "-", "–", "—", "/"):
        last -= 1
    return last
