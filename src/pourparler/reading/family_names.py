"""Family names that come first, as in Korean and Chinese names; told by a list and by the syllables after them."""

import csv
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from pourparler.text.gazetteer import fold

_KOREAN = re.compile(
    r"^(?:[bcdghjklmnprstwy]|ch|kw|gw|ky|gy|hw|hy|my|py|ph|th|kh|ry|sh|ss|kk|tt|pp)?"
    r"(?:[aeiou]|ae|eo|eu|oe|ui|ye|yeo|ya|yo|yu|wa|wo|we|wi|weo|oo|ee|ou|ua|ue)"
    r"(?:ng|n|m|l|k|p|t|b|r|h|ck|g)?$"
)
_PINYIN = re.compile(r"^(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?[aeiouv]{1,3}(?:ng|n|r)?){1,2}$")
_KOREAN_MOSTLY_FAMILY = frozenset("kim lee park pak choi choe ri yi rhee".split())
"""Korean syllables that are hardly ever given names: at the end of a name they may be its family name."""


def comes_first(folded: Sequence[str]) -> bool:
    """True for a name whose family name surely comes first: `kim dae-jung`, `ri yong ho`, `zhu rongji`.

    `folded` are its words without accents and capitals. A family name of the list stands before given names in
    syllables of that language, and the last word is no family name that might have come last instead.
    """
    families = _families()
    if len(folded) not in (2, 3):
        return False
    first, *rest = folded
    parts = rest[0].split("-") if len(rest) == 1 else list(rest)
    if len(parts) == 2 and all(_KOREAN.match(part) for part in parts):
        last = parts[-1] in _KOREAN_MOSTLY_FAMILY and first not in _KOREAN_MOSTLY_FAMILY
        return first in families["Korean"] and not last
    if first not in families["Chinese"] or len(rest) > 1 or rest[0] in families["Chinese"]:
        return False
    return len(rest[0]) > 3 and all(_PINYIN.match(part) for part in parts)


@cache
def _families() -> Mapping[str, frozenset[str]]:
    """By language, the folded names of `family_names_first.csv`."""
    lines = files("pourparler.data").joinpath("family_names_first.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.reader(lines[1:])
    return {language: frozenset(fold(name).casefold() for name in names.split(";")) for language, names in rows}
