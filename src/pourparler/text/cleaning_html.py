"""Web pages to text through trafilatura, with title, outlet, address, days and language from the page's metadata."""

import re
from copy import deepcopy
from datetime import date
from typing import Any

from pourparler.core.errors import ReportError
from pourparler.text.cleaning import Clean
from pourparler.text.decoding import decode

EARLIEST, LATEST = "1990-01-01", "2199-12-31"
"""Bounds of days on pages: the first web page, and a far end so that no clock is asked."""
DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{3,20})""", re.I)
DAY_PLACES = re.compile(r"date|publish|posted|timestamp|byline|updated|dateline", re.I)
"""Words in the class, id or itemprop of elements that hold the day of a page."""
MOST_DAY_LETTERS = 200
"""An element that holds the day of a page is short; a longer one is the article itself."""


LEAST_LETTERS = 25
"""Fewer letters than this are a menu or an error, not an article; the least that a language is told from, too."""


def clean_html(content: bytes) -> Clean:
    """The article of a web page, its paragraphs set off by blank lines, the headline first; raises ReportError."""
    decoded_text, encoding, note = decode_page(content)
    return clean_page(decoded_text, encoding, (note,) if note else ())


def decode_page(content: bytes) -> tuple[str, str, str | None]:
    """The source of a page, its encoding and a note: the declared encoding is believed when the bytes fit it."""
    declared = DECLARED.search(content[:4096])
    if declared and not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            name = declared[1].decode("ascii")
            # A page that says Latin-1 means Windows-1252 (WHATWG Encoding Standard).
            codec = "cp1252" if name.lower() in {"iso-8859-1", "latin1", "us-ascii", "ascii"} else name
            return content.decode(codec), name, None
        except (LookupError, UnicodeDecodeError):
            pass
    decoded = decode(content)
    return decoded.text, decoded.encoding, decoded.note


def clean_page(source: str, encoding: str = "UTF-8", notes: tuple[str, ...] = ()) -> Clean:
    """The article in the source of a page; raises ReportError (stage "clean") when there is none."""
    from lxml import etree  # type: ignore[import-untyped]
    from trafilatura import extract
    from trafilatura.metadata import extract_metadata

    try:
        tree = load_page(source)
        body = extract(deepcopy(tree), include_comments=False, deduplicate=False) if tree is not None else None
        facts = extract_metadata(deepcopy(tree), date_config=day_options(True), extensive=False) if body else None
    except (ValueError, TypeError, AttributeError, etree.LxmlError) as error:
        raise ReportError("clean", f"The page cannot be taken apart: {error}.", "Save its text as .txt.") from error
    if body is None or facts is None or sum(map(str.isalpha, body)) < LEAST_LETTERS:
        raise ReportError("clean", "The page holds no article text.", "Save the article's words as .txt.")
    published, updated = page_days(tree)
    return Clean(
        headed(body, facts.title),
        title=facts.title or None,
        outlet=facts.sitename or None,
        url=facts.url or None,
        page_day=published,
        updated=updated if updated != published else None,
        language=declared_language(tree),
        encoding=encoding,
        notes=notes,
    )


def load_page(source: str) -> Any:
    """The tree of a page; a piece of one, as feeds and mails carry, is put into a page first. None for no HTML."""
    from trafilatura.utils import load_html

    tree = load_html(source)
    return load_html(f"<html><body>{source}</body></html>") if tree is None and "<" in source else tree


def headed(body: str, title: str | None) -> str:
    """Paragraphs set off by blank lines, beginning with the headline where the body does not have it."""
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    if title and not any(title.casefold() in line.casefold() for line in lines[:2]):
        lines.insert(0, title)
    return "\n\n".join(lines)


def page_days(tree: Any) -> tuple[date | None, date | None]:
    """The day a page was first published and the day it was last changed, from its metadata and dated elements only.

    Days in running text are not taken for either: those are for the reader of the text.
    """
    from htmldate import find_date

    days = []
    for original in (True, False):
        found = find_date(dated_parts(tree), **day_options(original))
        days.append(date.fromisoformat(found) if found else None)
    return days[0], days[1]


def day_options(original: bool) -> dict[str, Any]:
    """htmldate's options: only what is marked as a day, bounds that ask no clock."""
    return {"original_date": original, "extensive_search": False, "min_date": EARLIEST, "max_date": LATEST}


def dated_parts(tree: Any) -> Any:
    """A copy of the page with its head (less its address) and, as body, only the elements that are named for a day."""
    from lxml import etree

    page = etree.Element("html")
    head = tree.find(".//head")
    page.append(deepcopy(head) if head is not None else etree.Element("head"))
    for link in page.xpath(".//link|.//base|.//title|.//meta[@property='og:url']"):
        link.getparent().remove(link)
    body = etree.SubElement(page, "body")
    for element in tree.iter("time", "abbr", "div", "p", "span", "li"):
        names = " ".join(element.get(name, "") for name in ("class", "id", "itemprop"))
        if element.tag in ("time", "abbr") or DAY_PLACES.search(names):
            text = "".join(element.itertext())
            if len(text) <= MOST_DAY_LETTERS:
                part = deepcopy(element)
                part.tail = None
                body.append(part)
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json" and script.getparent().tag != "head":
            page[0].append(deepcopy(script))
    # htmldate wants the class that its own parser makes, so the parts are written out and read again.
    return etree.tostring(page, encoding="unicode", method="html")


def declared_language(tree: Any) -> str | None:
    """The language the page says it is in, as two letters, or None."""
    word = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[:2].lower()
    return word if len(word) == 2 and word.isalpha() else None
