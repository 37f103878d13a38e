"""The forms that a brief can be written in, as bytes."""

from pourparler.faces.brief.paper import Brief

FORMS = ("md", "html", "docx", "pdf", "text")

ENDINGS = {
    ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf", ".txt": "text",
}  # fmt: skip
"""Endings of files, each with the form that it tells."""

BINARY = frozenset({"docx", "pdf"})
"""Forms that are no text for a terminal."""


def set_as(written: Brief, form: str, width: int = 88, notes_at: str = "end") -> bytes:
    """The brief in one of its forms; `width` is of plain text, in columns, `notes_at` of a PDF: "end" or "foot".

    Half a surrogate pair, which UTF-8 cannot hold, is written as its escape.
    """
    if form == "pdf":
        from pourparler.faces.brief.pdf import as_pdf

        return as_pdf(written, notes_at)
    if form == "docx":
        from pourparler.faces.brief.word import as_word

        return as_word(written)
    if form == "html":
        from pourparler.faces.brief.page import as_page as as_text
    elif form == "md":
        from pourparler.faces.brief.markdown import as_markdown as as_text
    else:
        from pourparler.faces.brief.plain import as_plain

        return as_plain(written, width).encode("utf-8", "backslashreplace")
    return as_text(written).encode("utf-8", "backslashreplace")
