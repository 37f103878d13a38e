"""An item of a source to clean text with what its form says of outlet, title, address, days and language."""

import re
from dataclasses import dataclass
from datetime import date

from pourparler.core.errors import ReportError
from pourparler.sources.item import Item, Media
from pourparler.text.decoding import decode


@dataclass(frozen=True, slots=True)
class Clean:
    """The text of a report and what its form says: `page_day` and `updated` from a page, `feed_day` from a mail.

    `language` is what the page declares, as ISO 639-1; `encoding` the one the bytes were in; `notes` for a person.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    page_day: date | None = None
    updated: date | None = None
    feed_day: date | None = None
    language: str | None = None
    encoding: str = "UTF-8"
    notes: tuple[str, ...] = ()


HALVES = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs: no characters, and nothing that UTF-8 can hold; old encodings can smuggle them in."""


def clean(item: Item) -> Clean:
    """The text of `item`; plain text and Markdown are decoded and otherwise untouched.

    Raises ReportError (stage "decode" or "clean") when there is no text in it.
    """
    cleaned = clean_by_media(item)
    if HALVES.search(cleaned.text):
        raise ReportError("decode", "It holds half characters (lone surrogates).", "Save the file again as UTF-8.")
    return cleaned


def clean_by_media(item: Item) -> Clean:
    """The text of `item` in the way of its media."""
    if item.media is Media.MAIL:
        from pourparler.text.cleaning_mail import clean_mail

        return clean_mail(item.content)
    if item.media is Media.HTML:
        from pourparler.text.cleaning_html import clean_html

        return clean_html(item.content)
    decoded = decode(item.content)
    if item.media is Media.TEXT and looks_like_page(decoded.text):
        raise ReportError("clean", "It is a web page under another name.", "Rename it to end in .html.")
    return Clean(decoded.text, encoding=decoded.encoding, notes=(decoded.note,) if decoded.note else ())


def looks_like_page(text: str) -> bool:
    """True when a text is the source of a web page: it begins as one does."""
    head = text[:500].lstrip().lower()
    return head.startswith(("<!doctype html", "<html"))
