"""Words for people on stderr, and data for programs on stdout."""

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress

MOST_LISTED = 20
"""How many failures or notes are listed in full before the rest is counted; `pourparler status` lists all."""

BLANKS = "\n\t\u00a0\u2007\u2009\u200a\u202f\u200c\u200d\u00ad"
"""Characters that Python does not call printable and that steer nothing: breaks, blanks, joiners, the soft hyphen."""


def tell(text: str = "") -> None:
    """One line for a person, on stderr; where nobody listens any more (`2>&1 | head`), the work goes on."""
    with suppress(BrokenPipeError):
        sys.stderr.write(f"{plain(text)}\n")
        sys.stderr.flush()


def give_json(value: object) -> None:
    """A value as JSON on stdout."""
    from pourparler.faces.export.json import encode

    give(encode(value, indent=2))


def give(content: bytes) -> None:
    """Data on stdout to the byte; on a terminal without what could steer it, as words of reports come from outside."""
    if sys.stdout.isatty():
        content = plain(content.decode("utf-8", "replace")).encode()
    sys.stdout.flush()
    sys.stdout.buffer.write(content)


def plain(text: str) -> str:
    """`text` without characters that could steer a terminal: names of files and reports come from outside."""
    return "".join(char if char.isprintable() or char in BLANKS else "�" for char in text)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun, as in `1 report` and `1,200 reports`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(lines: Iterable[str], more: str) -> list[str]:
    """The first lines, indented, and how many there are besides; `more` says where to see them."""
    everything = list(lines)
    shown = [f"  {line}" for line in everything[:MOST_LISTED]]
    if len(everything) > MOST_LISTED:
        shown.append(f"  … and {len(everything) - MOST_LISTED:,} more: {more}")
    return shown


def by_ending(names: Iterable[str]) -> str:
    """Names counted by their ending, as in `3 .jpg, 1 .pdf`."""
    counts: dict[str, int] = {}
    for name in names:
        last = name.rpartition("/")[2]
        ending = "." + last.rpartition(".")[2].lower() if "." in last else "without ending"
        counts[ending] = counts.get(ending, 0) + 1
    return ", ".join(
        f"{count:,} {ending}" for ending, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    )


def decorated(stream_is_terminal: bool, environment: Mapping[str, str] | None = None) -> bool:
    """True when colours and moving lines are wanted: a terminal that can, and no NO_COLOR (https://no-color.org)."""
    environment = os.environ if environment is None else environment
    return stream_is_terminal and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
