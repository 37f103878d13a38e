"""Texts in our own words for the tests of the encoder, and a short way to its answer."""

from collections.abc import Sequence

from pourparler.core.evidence import Span
from pourparler.encoder.analysis import Analysis, analyse
from pourparler.encoder.pieces import CLS, SEP
from pourparler.encoder.windows import Document, Window
from pourparler.text.quotes import find_quotes
from pourparler.text.sentences import cut

STORY = (
    "Dockers in Riga rejected the offer on Monday, the union said.\n\n"
    "“We asked for a raise, not for a parking space,” the union’s chair told reporters. She added that "
    "the crews would stay ashore until the port returned to the table.\n\n"
    "According to the port authority, the next round is due in Ventspils."
)

ODD = {
    "nothing": "",
    "white space": " \r\n\t\n\u2028 ",
    "only marks": "… — “ ” ” “ !!! ,,, ( ) « » * # • –– ...",
    "emoji": "The mayor 🕊️ said “👍🏽 fine” on Monday 🇺🇦🇷🇺 and 👩‍👩‍👧 left. 🙃",
    "combining marks": "Montre\u0301al tol\u0300d us: “a\u0300 la fi\u0301n”. Sa\u0303o Tome\u0301 said no.",
    "CRLF": "The union said no.\r\n\r\n“We will strike,” said the chair.\r\nThe company\r\ndeclined.\r\n",
    "soft hyphens": "The nego\u00adtia\u00adtors said the cease\u00adfire would hold, “per\u00adhaps” to Fri\u00adday.",
    "right to left": "The minister said: “שלום לכולם”. وقال الوزير إن المحادثات ستستمر. \u202eThen he left.\u202c Yes.",
    "a very long word": "The envoy said " + "x" * 3000 + " and left https://example.org/" + "a/" * 500 + " behind.",
    "no case": "谈判将于周五继续，外交部说。会谈在日内瓦举行。",
    "zero width": "The\u200b union\ufeff said\u2060 no\u200d.",
    "quotation left open": "“We will not sign, she said.\n\n“We will not even read it.\n\nThe talks ended.",
}
"""Texts that no press desk would send, by what is odd about them."""

ENDLESS = " ".join(
    ("the envoy said that", "both sides would meet again and", "again", "“but not here”")[n % 4] for n in range(1700)
)
"""More than 5,000 words without a full stop."""


def analysis_of(text: str, skip: Sequence[Span] = ()) -> Analysis:
    """What the encoder tells of a text, as the reader asks it; `skip` is no news."""
    quoted = [quote.inner for quote in find_quotes(text, skip) if quote.depth == 0]
    return analyse(list(cut(text, skip)), quoted)


def document(words: Sequence[int], sentences: Sequence[int], paragraphs: Sequence[int]) -> Document:
    """A document whose words have as many pieces as `words` tells, each with a number of its own; words of a sentence
    and sentences of a paragraph are counted by the other two."""
    numbers = iter(range(1000, 10**9))
    pieces = [tuple(next(numbers) for _ in range(count)) for count in words]
    return Document(pieces, [at % 18 for at in range(len(words))], sentences, paragraphs)


def pieces_between(document: Document, window: Window) -> tuple[int, ...]:
    """The pieces that a window must have: a mark before, after, and where a paragraph begins."""
    found = [CLS]
    for at in range(window.first, window.last):
        if at > window.first and document.paragraphs[at] != document.paragraphs[at - 1]:
            found.append(SEP)
        found.extend(document.pieces[at])
    return (*found, SEP)
