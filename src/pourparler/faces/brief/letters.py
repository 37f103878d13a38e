"""Words made fit for papers that are no plain text: nothing that XML forbids, nothing that turns the line round."""

import re
import unicodedata

from pourparler.faces.wording.quoting import visible

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\U0001fffe\U0001ffff]")
"""Characters that XML 1.0 has no place for (its section 2.2), and two that mean no character."""

ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}\x00-\x20\x7f]+", re.IGNORECASE)
"""An address that may stand as a link: of the web, and without what no address may hold as it stands."""


def lawful(text: str) -> str:
    """`text` with what has no place in XML or UTF-8 shown by its number, like every character that steers.

    Where it has letters that run from right to left, it is set apart (Unicode's FIRST STRONG ISOLATE and POP), so that
    they turn round nothing that stands beside them. Blanks at its ends stay.
    """
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    inner = FORBIDDEN.sub(lambda found: f"‹U+{ord(found[0]):04X}›", visible(text))
    blank = " " if inner else ""
    inner = f"\u2068{inner}\u2069" if turns(inner) else inner
    return f"{blank if before else ''}{inner}{blank if after else ''}" or (" " if text else "")


def turns(text: str) -> bool:
    """True when `text` has letters that run from right to left."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def linked(url: str | None) -> str:
    """An address to link to; empty where it is none of the web or holds what no address may."""
    return url if url and ADDRESS.fullmatch(url) and not FORBIDDEN.search(url) else ""
