"""Words of reports as text of XML and HTML: nothing in them can end an element, start one, or break the document."""

import html
import re

from pourparler.faces.wording.quoting import visible

_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""What XML 1.0 cannot hold, not even as a reference (section 2.2)."""


def xml_text(text: str) -> str:
    """Words on one line that XML can hold; what it cannot is shown by its number (‹U+0008›), or by � where it has none.

    Signs that XML has for its own are left to whoever writes the document.
    """
    return _NOT_XML.sub("\ufffd", visible(text))


def is_altered(text: str) -> bool:
    """True when `xml_text` shows something else than these words, but for their blanks."""
    return "".join(xml_text(text).split()) != "".join(text.split())


def html_text(text: str) -> str:
    """Words on one line as text of HTML."""
    return html.escape(xml_text(text))
