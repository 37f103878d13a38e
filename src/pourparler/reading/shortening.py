"""Parts of a body's name by which it is called: "Skerrow" for "Skerrow Steel", "the guild" for "the Pilots Guild"."""

TYING = frozenset("of and & in for on at to".split())
"""Words that tie to a name what it is of, or where it is; with "and", another body."""


def is_part(short: str, name: str) -> bool:
    """True where a name begins with the words of a shorter one, or its head ends with them, in whatever case: what
    stands behind "of" or "and" is another's name."""
    words, whole = short.casefold().split(), name.casefold().split()
    if not 0 < len(words) < len(whole):
        return False
    head = next((at for at, word in enumerate(whole) if word in TYING), len(whole))
    begins = whole[: len(words)] == words and "and" not in whole[len(words) :]
    return begins or (len(words) < head and whole[head - len(words) : head] == words)
