"""What the tagger looks at. Used alike by the tagger of the package and by its training.

A feature is a short string. Those of one word alone (`of_word`) can be summed once per word and place; those of pairs
of words and of the tags already given (`of_pair`, `of_tags`) are looked up for every word.
"""

from collections.abc import Mapping, Sequence

from pourparler.text.lexicon import verb_kinds

TAGS = (
    *("NOUN", "PUNCT", "ADP", "VERB", "DET", "PROPN", "ADJ", "PRON", "AUX"),
    *("ADV", "CCONJ", "NUM", "PART", "SCONJ", "X", "INTJ", "SYM"),
)
"""The universal tags (Universal Dependencies 2), by index in the model."""

EDGE = "¦"
"""The word before the first and after the last."""


def shape(word: str, first: bool, loud: bool) -> str:
    """How `word` is written: `C` capitalised, `A` all capitals, `l` lower, digits and signs; `first` in its sentence,
    `loud` in a line of capitals or headline case, where capitals say little."""
    head = word[:1]
    if head.isdigit():
        return "d" if not any(letter.isalpha() for letter in word) else "da"
    if not any(letter.isalnum() for letter in word):
        return "p" + word[:2]
    kind = "l"
    if head.isupper():
        kind = "A" if len(word) > 1 and word.upper() == word else "C"
    elif any(letter.isupper() for letter in word):
        kind = "m"
    if "-" in word:
        kind += "-" + ("C" if word.rpartition("-")[2][:1].isupper() else "l")
    elif "." in word:
        kind += "."
    return kind + ("1" if first else "") + ("L" if loud and kind != "l" else "")


def of_word(word: str, place: int, first: bool, loud: bool, groups: Mapping[str, int]) -> list[str]:
    """Features of `word` standing `place` words from the one to be tagged (-2 to 2); `groups` is word -> group."""
    low = word.lower()
    mark = "abcde"[place + 2]
    form = shape(word, first, loud)
    found = [f"{mark}w{low}"]
    if -2 < place < 2:
        if low in groups:
            found.append(f"{mark}x{groups[low]}")
        if kind := verb_kinds().get(low):
            found += [f"{mark}z{kind}", f"{mark}z{kind}{form}"]
    if place == 0:
        found += [f"{mark}s{low[-n:]}" for n in (1, 2, 3, 4, 5) if len(low) > n]
        found += [f"{mark}p{low[:n]}" for n in (1, 2, 3, 4) if len(low) > n]
        found += [f"{mark}h{form}", f"{mark}h{form}{low[-2:]}", f"{mark}h{form}{low[-3:]}", "b"]
        if "-" in low:
            tail = low.rpartition("-")[2]
            found += [f"{mark}t{tail}", f"{mark}t{tail[-3:]}"]
    elif place in (-1, 1):
        found += [f"{mark}s{low[-3:]}", f"{mark}s{low[-2:]}", f"{mark}h{form}"]
    else:
        found += [f"{mark}h{form}", f"{mark}s{low[-2:]}"]
    return found


def of_pair(before: str, word: str, after: str) -> tuple[str, ...]:
    """Features of the lower-case `word` together with its neighbours."""
    return (
        f"f{before} {word}",
        f"g{word} {after}",
        f"h{before} {after}",
        f"i{before[-2:]} {word[-3:]}",
        f"j{word[-3:]} {after[-2:]}",
    )


def of_tags(last: str, earlier: str, word: str, after: str, following: str) -> tuple[str, ...]:
    """Features of the two tags already given with the lower-case `word`, its ending and the word after it."""
    return (
        f"k{last}",
        f"l{earlier}{last}",
        f"m{last} {word}",
        f"n{last} {word[-3:]}",
        f"o{last} {after}",
        f"q{last} {after[-3:]}",
        f"r{earlier}{last} {word[-2:]}",
        f"u{last} {following}",
    )


def is_loud(forms: Sequence[str]) -> bool:
    """True for a line in capitals or headline case: nearly all its longer words begin with a capital."""
    long = [form for form in forms if len(form) > 3 and form[0].isalpha()]
    return len(long) > 2 and sum(1 for form in long if form[0].isupper()) >= 0.8 * len(long)
