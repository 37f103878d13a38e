"""Numbers and units of time as they stand in a phrase."""

from typing import Final

from pourparler.text.dates.lexicon import CODE, NUMBERS, UNITS
from pourparler.text.dates.scan import Scan

_VAGUE: Final = (CODE["FEW"], CODE["SOME"], CODE["MORE"])
_UNITS: Final = tuple(CODE[name] for name in ("UNIT", "UNITS", "QUARTER", "WEEKEND", "SECOND"))
_FIGURES: Final = tuple(CODE[name] for name in ("DAY", "DIGITS", "YEAR"))


def amount(scanned: Scan, first: int, last: int) -> tuple[float | None, str] | None:
    """The number (None where unnamed) and the unit letter of the tokens `[first, last)`; None without a unit."""
    codes = scanned.classes[first:last]
    places = [k for k, code in enumerate(codes) if code in _UNITS]
    if not places:
        return None
    end = places[-1] if CODE["SECOND"] not in codes else places[0]
    unit = UNITS.get(scanned.tokens[first + end].low.replace("-", "").rstrip("."))
    if unit is None:
        return None
    return _number(scanned, first, first + end, last), unit


def _number(scanned: Scan, first: int, unit_at: int, last: int) -> float | None:
    total, group, seen = 0.0, 0.0, False
    codes = scanned.classes[first:unit_at]
    for token, code in zip(scanned.tokens[first:unit_at], codes, strict=True):
        if code in _FIGURES:
            group, seen = float(token.low.replace(",", "")), True
        elif code in (CODE["NUM"], CODE["ONE"]):
            value = NUMBERS[token.low]
            if value >= 100:
                group = max(group, 1) * value
            elif seen and group % 10 == 0 and group % 100 >= 20 and value < 10:
                group += value
            else:
                group = value if not (group >= 100 and seen) else group + value
            seen = True
        elif code == CODE["COUPLE"]:
            group, seen = (12.0 if token.low == "dozen" else 2.0), True
    total = group
    halves = CODE["HALF"] in scanned.classes[first:last]
    if halves:
        joined = CODE["AND"] in scanned.classes[first:last]
        return (total if seen else 1.0) + 0.5 if joined else total + 0.5
    if seen:
        return total
    if any(code in _VAGUE for code in codes) and CODE["A"] not in codes[-1:]:
        return None
    singular = not scanned.tokens[unit_at].low.endswith("s")
    return 1.0 if singular else None


def spell(count: float | None, unit: str) -> str:
    """The TIMEX3 duration of `count` units: P3D, PT30M, P2.5Y, PXM."""
    number = "X" if count is None else f"{count:g}" if count < 1e6 else str(int(count))
    if unit == "F":
        unit, number = "W", "X" if count is None else f"{2 * count:g}"
    if count == 0.5 and unit in ("TH", "Y", "CE"):
        return {"TH": "PT30M", "Y": "P6M", "CE": "P50Y"}[unit]
    return f"PT{number}{unit[1]}" if unit in ("TH", "TM", "TS") else f"P{number}{unit}"
