"""Names and numbers in a sentence: articles, lists, plurals."""

from collections.abc import Sequence

from pourparler.faces.wording.quoting import visible

COMMON_HEADS = frozenset(
    "States Kingdom Union Republic Emirates Islands Nations Federation Alliance League Council Commission Committee "
    "Ministry Department Office Organisation Organization Association Authority Agency Bank Fund Government Parliament "
    "Netherlands Philippines Bahamas Gambia Maldives Seychelles Comoros Party Congress House Court Board "
    "Workers Teachers Nurses Drivers Teamsters Miners Pilots Writers Actors Employees Guild Brotherhood "
    "Palace Kremlin Vatican Embassy Sea Gulf".split()
)
"""Last words of names that take an article in a sentence: common nouns, and names of countries that are plurals."""

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def the(name: str) -> str:
    """`name` as a sentence has it, with its article where English asks for one: the United States, Russia."""
    shown = visible(name)
    words = shown.split()
    if not words or words[0].lower() in ("the", "a", "an"):
        return shown
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return f"the {shown}" if head in COMMON_HEADS else shown


def series(names: Sequence[str]) -> str:
    """Names joined as a sentence joins them: A, B and C."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def parties(names: Sequence[str]) -> str:
    """Parties joined, each with its article."""
    return series([the(name) for name in names])


def some(number: int, noun: str, many: str | None = None) -> str:
    """A number with its noun: 1 report, 3 reports, no reports."""
    word = noun if number == 1 else many or f"{noun}s"
    return f"{number or 'no'} {word}"


def counted(number: int) -> str:
    """A number however large: 12,000, and past twelve digits about 1.6 × 10^27."""
    digits = str(number)
    return f"{number:,}" if len(digits) <= 12 else f"about {digits[0]}.{digits[1]} × 10^{len(digits) - 1}"


def ordinal(number: int) -> str:
    """A number in order: third, and past the tenth 12th."""
    if 1 <= number <= len(ORDINALS):
        return ORDINALS[number - 1]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
