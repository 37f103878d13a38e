"""What a speaker does by saying something: the verb's own act, sharpened by what is said where the verb is plain."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from pourparler.core.vocabulary import Act


@cache
def _patterns() -> tuple[tuple[Act, re.Pattern[str]], ...]:
    """The wordings of `data/reporting/act_wordings.toml`, in their order."""
    source = files("pourparler.data").joinpath("reporting", "act_wordings.toml")
    told = tomllib.loads(source.read_text(encoding="utf-8"))
    return tuple((Act(row["act"]), re.compile(row["pattern"], re.IGNORECASE)) for row in told["wording"])


def act_of(cue: Act, content: str) -> Act:
    """The act of a saying: that of its cue, or of its wording where the cue only says that it was said."""
    if cue is not Act.SAY:
        return cue
    return next((act for act, pattern in _patterns() if pattern.search(content)), Act.SAY)
