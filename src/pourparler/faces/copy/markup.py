"""A page of the server as a page of a copy: its links lead to files, what needs a server is taken out."""

from html import escape
from html.parser import HTMLParser

from pourparler.faces.copy.links import Links, Place

POLICY = "default-src 'none'; style-src 'self' file:; img-src 'self' file: data:; form-action 'none'; base-uri 'none'"
"""What a page of a copy may load: style sheets and pictures beside it. `file:` is for browsers to whom two files of
one folder are not of one origin."""

DROPPED = ("form", "script", "noscript")
"""Elements that a copy has no use for, with all that is in them."""

HEAD = f'\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n<meta name="referrer" content="no-referrer">'

Attributes = list[tuple[str, str | None]]


def rewritten(page: str, links: Links, here: Place) -> str:
    """The page at `here` for a copy. What is not taken out or led elsewhere stays as it is, to the character."""
    writer = _Writer(links, here)
    writer.feed(page)
    writer.close()
    return "".join(writer.out)


class _Writer(HTMLParser):
    """Hands on a page piece by piece."""

    def __init__(self, links: Links, here: Place) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self._links, self._here, self._dropping = links, here, ""

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Hand on a tag, with its link led elsewhere."""
        if tag in DROPPED and not self._dropping:
            self._dropping = tag
        if self._dropping:
            return
        given = dict(attrs)
        if tag == "a" and "href" in given:
            self._put(_tag(tag, _led(attrs, self._links.lead(given["href"] or "", self._here))))
        elif tag == "link" and given.get("rel") in ("stylesheet", "icon"):
            self._put(_tag(tag, _led(attrs, self._links.asset(given["href"] or "", self._here))))
        else:
            self._put(self.get_starttag_text() or "")
            if tag == "meta" and "charset" in given:
                self._put(HEAD)

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """Hand on a tag that ends itself, as drawings have."""
        self._put(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        """Hand on an end tag."""
        if tag == self._dropping:
            self._dropping = ""
        else:
            self._put(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Hand on words."""
        self._put(data)

    def handle_entityref(self, name: str) -> None:
        """Hand on a character by its name."""
        self._put(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Hand on a character by its number."""
        self._put(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        """Hand on the document type."""
        self._put(f"<!{decl}>")

    def _put(self, words: str) -> None:
        if not self._dropping:
            self.out.append(words)


def _led(attrs: Attributes, link: str | None) -> Attributes:
    """Attributes with their link led elsewhere; without it, and the key that would follow it, where there is none."""
    if link is None:
        return [one for one in attrs if one[0] != "href" and not one[0].startswith("data-")]
    return [(name, link if name == "href" else value) for name, value in attrs]


def _tag(name: str, attrs: Attributes) -> str:
    said = (f" {key}" if value is None else f' {key}="{escape(value)}"' for key, value in attrs)
    return f"<{name}{''.join(said)}>"
