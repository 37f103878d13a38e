"""Makes copies, and reads their pages: what they link to, load, and have as places to link to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from pourparler.faces.copy import links
from pourparler.faces.copy.making import Copied, Maker

FEW = 30
"""Parts of lists that have files of their own in a copy that is made here; all of them would take most of the time."""

LOADING = ("src", "srcset", "action", "data", "poster", "xlink:href", "formaction", "background")


def made(record: Path, folder: Path, as_of: date | None = None) -> Copied:
    """Make a copy of a record, without its JSON."""
    with pytest.MonkeyPatch.context() as patch, Maker(record, as_of, folder) as maker:
        patch.setattr(links, "MOST_SELECTIONS", FEW)
        return maker.make(lambda: b"{}\n")


@dataclass
class Leaf(HTMLParser):
    """One page."""

    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    policy: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag says."""
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.loads += [given[name] for name in LOADING if name in given]
        if "href" in given:
            (self.links if tag == "a" else self.loads).append(given["href"])
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]
        assert not [name for name in given if name.startswith("on") or name == "style"], (tag, given)


def leaves(folder: Path) -> Mapping[str, Leaf]:
    """Every page of a copy by its file."""
    found = {}
    for path in sorted(folder.rglob("*.html")):
        leaf = Leaf()
        leaf.feed(path.read_text(encoding="utf-8"))
        found[path.relative_to(folder).as_posix()] = leaf
    return found


def faults(folder: Path) -> list[str]:
    """Links and loads that lead to nothing, or out of the copy (links to the web aside)."""
    every = leaves(folder)
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    found = []
    for file, leaf in every.items():
        for link in [*leaf.links, *leaf.loads]:
            parts = urlsplit(link)
            if parts.scheme in ("http", "https") and link not in leaf.loads:
                continue
            place = ((folder / file).parent / unquote(parts.path)).resolve() if parts.path else folder / file
            name = place.relative_to(folder.resolve()).as_posix() if place.is_relative_to(folder.resolve()) else ""
            name = name if parts.path else file
            if parts.scheme or parts.netloc or parts.query or name not in there:
                found.append(f"{file}: {link}")
            elif parts.fragment and unquote(parts.fragment) not in every[name].ids:
                found.append(f"{file}: {link} (no such place)")
    return found
