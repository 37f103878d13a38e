"""Mails to text through the standard library: the text part as it is, else the HTML part as a page."""

from codecs import BOM_UTF8
from contextlib import suppress
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime

from pourparler.core.errors import ReportError
from pourparler.text.cleaning import Clean
from pourparler.text.decoding import decode


def clean_mail(content: bytes) -> Clean:
    """The words of a mail; its subject as title, its sender as outlet, its date as the day of the feed.

    Raises ReportError (stage "clean") when it has no part of text.
    """
    message = message_from_bytes(content.removeprefix(BOM_UTF8), policy=policy.default)
    if not isinstance(message, EmailMessage) or not any(header(message, name) for name in ("from", "subject", "date")):
        raise ReportError(
            "clean", "It is no mail: it has no From, Subject or Date.", "Rename it to .txt if it is text."
        )
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise ReportError("clean", "The mail has no text in it.", "Save what it carries as a file of its own.")
    cleaned = clean_part(part)
    sender = parseaddr(header(message, "from") or "")
    return replace(
        cleaned,
        title=header(message, "subject") or cleaned.title,
        outlet=sender[0] or sender[1].partition("@")[2] or cleaned.outlet,
        feed_day=sent_on(message),
    )


def clean_part(part: MIMEPart) -> Clean:
    """The text of one part, by its own encoding; an HTML part goes the way of pages."""
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    if not content.strip():
        raise ReportError("clean", "The mail's text is empty.", "Save what it carries as a file of its own.")
    charset = part.get_content_charset()
    if charset:
        with suppress(LookupError, UnicodeDecodeError):
            return shaped(part, Clean(content.decode(charset), encoding=charset))
    decoded = decode(content)
    return shaped(part, Clean(decoded.text, encoding=decoded.encoding, notes=(decoded.note,) if decoded.note else ()))


def shaped(part: MIMEPart, cleaned: Clean) -> Clean:
    """`cleaned` with Unix line ends; an HTML part goes the way of pages."""
    if part.get_content_subtype() == "html":
        from pourparler.text.cleaning_html import clean_page

        return clean_page(cleaned.text, cleaned.encoding, cleaned.notes)
    return replace(cleaned, text=cleaned.text.replace("\r\n", "\n"))


def header(message: EmailMessage, name: str) -> str | None:
    """A header in plain words, None when it is missing; one that breaks the rules of mail is taken as it stands."""
    try:
        word = str(message[name] or "")
    except (ValueError, IndexError, TypeError, AttributeError):
        word = next(str(value) for key, value in message.raw_items() if key.lower() == name)
    return " ".join(word.split()) or None


def sent_on(message: EmailMessage) -> date | None:
    """The day in the Date header, in the sender's own zone; None when it cannot be read."""
    try:
        return parsedate_to_datetime(header(message, "date") or "").date()
    except (ValueError, TypeError, IndexError):
        return None
