"""Bytes to text: the encoding is found, said, and never silently guessed at when the bytes are no text at all."""

import codecs
import re
from dataclasses import dataclass
from itertools import pairwise

from pourparler.core.errors import ReportError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
"""Byte-order marks with Python's codec and the name that people know."""
MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive (or DOCX, ODT, EPUB)",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"SQLite format 3": "an SQLite database",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
}
"""First bytes of files that are no text (the registries of their formats)."""
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
LATIN = {"cp1252", "latin_1", "cp1250", "cp1254", "cp1257", "cp1258", "cp850", "cp437", "mac_roman", "mac_latin2"}
"""Single-byte encodings that short Western text is easily taken for: Windows-1252 is tried before them."""
STRAY = 0.01
"""The largest share of bytes that may be foreign in a file that is otherwise UTF-8; set by hand: more is damage."""
MAYBE_CONTROLS = 0.002
"""The largest share of control characters in text; set by hand, page feeds and escapes of old wires stay below it."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was in, and a note where a person should look (None: nothing to say)."""

    text: str
    encoding: str
    note: str | None = None


def decode(content: bytes) -> Decoded:
    """The text of `content` with line ends as they are; raises ReportError (stage "decode") for what is no text."""
    for mark, codec, name in MARKS:
        if content.startswith(mark):
            return checked(Decoded(strictly(content, codec, name), name))
    for magic, kind in MAGIC.items():
        if content.startswith(magic):
            raise ReportError("decode", f"It is {kind}, not text.", "Save its words as a text file.")
    if b"\0" in content[:4096]:
        return checked(from_wide(content))
    try:
        return checked(Decoded(content.decode("utf-8"), "UTF-8"))
    except UnicodeDecodeError:
        return checked(mended(content) or guessed(content))


def strictly(content: bytes, codec: str, name: str) -> str:
    """`content` decoded by `codec`, whose mark it bears; raises ReportError when it does not hold to it."""
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        what = f"It is marked as {name} but breaks off at byte {error.start + 1}."
        raise ReportError("decode", what, "Save the file again as UTF-8.") from error


def from_wide(content: bytes) -> Decoded:
    """UTF-16 without a mark, told by where its NULs stand; raises ReportError when there is no such order in them."""
    head = content[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    for codec, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros > 0.3 * len(head) / 2 and others < 0.05 * len(head) / 2 and len(content) % 2 == 0:
            return Decoded(strictly(content, codec, "UTF-16"), "UTF-16", "read as UTF-16, though it bears no mark")
    raise ReportError("decode", "It is no text: it holds NUL bytes.", "Save its words as a text file.")


def mended(content: bytes) -> Decoded | None:
    """UTF-8 with a few foreign bytes, these read as Windows-1252; None when it is not UTF-8 in the main."""
    text = content.decode("utf-8", "surrogateescape")
    strays = re.findall(r"[\udc80-\udcff]", text)
    letters = sum(char > "\x7f" for char in text) - len(strays)
    if letters <= len(strays) or len(strays) > STRAY * len(content) + 1:
        return None
    whole = re.sub(r"[\udc80-\udcff]", from_stray, text)
    return Decoded(whole, "UTF-8", f"{len(strays)} bytes that are not UTF-8 were read as Windows-1252")


def from_stray(found: re.Match[str]) -> str:
    """The Windows-1252 letter of one stray byte; a byte that has none becomes the replacement character."""
    return bytes([ord(found[0]) - 0xDC00]).decode("cp1252", "replace")


def guessed(content: bytes) -> Decoded:
    """Text in an older encoding, found by charset-normalizer, Windows-1252 before its near kin."""
    from charset_normalizer import from_bytes

    best = from_bytes(content, threshold=0.3).best()
    codec = best.encoding if best else None
    if codec is None or codec in LATIN or codec.startswith("mac") or len(content) < 200:
        codec = "cp1252" if western(content) else codec
    if codec is None:
        raise ReportError("decode", "Its encoding cannot be told; it is not UTF-8.", "Save the file again as UTF-8.")
    name = {"cp1252": "Windows-1252"}.get(codec, codec.replace("_", "-"))
    try:
        return Decoded(content.decode(codec), name, f"read as {name}; if letters look wrong, save it as UTF-8")
    except UnicodeDecodeError as error:
        raise ReportError("decode", "It is not UTF-8, nor surely another encoding.", "Save it as UTF-8.") from error


def western(content: bytes) -> bool:
    """True when `content` makes sense as Windows-1252: no undefined byte, and its high bytes stand mostly alone.

    In the Latin script a letter with a mark rarely follows another; Cyrillic and Greek words are all high bytes.
    """
    high = [at for at, byte in enumerate(content) if byte > 0x7F]
    if {content[at] for at in high} & {0x81, 0x8D, 0x8F, 0x90, 0x9D}:
        return False
    paired = sum(later - earlier == 1 for earlier, later in pairwise(high))
    return paired <= 0.3 * len(high) and len(high) < 0.4 * len(content)


def checked(decoded: Decoded) -> Decoded:
    """`decoded`, unless it is empty or full of control characters: then ReportError."""
    if not decoded.text.strip():
        raise ReportError("decode", "It is empty.", "Nothing to do, or save the page again.")
    controls = len(CONTROLS.findall(decoded.text))
    if controls > MAYBE_CONTROLS * len(decoded.text) and controls > 2:
        raise ReportError(
            "decode", "It is no text: it is full of control characters.", "Save its words as a text file."
        )
    return decoded
