"""One pass over a text: its words with offsets, the class of each, and where its sentences begin."""

import re
from dataclasses import dataclass
from typing import Final

from pourparler.text.dates.lexicon import CLASS, CODE
from pourparler.text.dates.settle import settle
from pourparler.text.dates.token import Token

_TOKEN: Final = re.compile(
    r"""
    (?P<LINK>(?:https?://|www\.)[^\s<>"”]+|[\w.+-]+@[\w-]+\.[\w.]+)
  | (?P<ISO>(?:1[5-9]|20)\d\d-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?!\d)
        (?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)
  | (?P<SLASH>\d{1,2}(?P<_sep>[/.])\d{1,2}(?P=_sep)(?:\d{4}|\d\d)(?![\d/.]\d))
  | (?P<MONEY>(?:US|AU|A|C|NZ|HK)?[$€£¥₽₴₹₪]\s?\d[\d,.]*\d|[$€£¥₽₴₹₪]\s?\d|\#\s?\d+|№\s?\d+)
  | (?P<DECADE>(?:['’`]?[2-9]0|1[5-9]\d0|20[0-9]0)['’]?s\b)
  | (?P<CLOCK>\d{1,2}(?:[:.]\d\d(?::\d\d)?)?\s?(?:[ap]\.m\.|[ap]m\b|[AP]M\b|[AP]\.M\.)
        |[0-2]?\d[:h][0-5]\d(?::\d\d)?(?!\d)(?:\s?Z\b)?)
  | (?P<NTH>\d{1,3}(?:st|nd|rd|th)\b)
  | (?P<QN>Q[1-4]\b)
  | (?P<CODED>\d+[^\W\d_]\w*|[^\W\d_]+\d\w*(?:[-–]\d\w*)*)
  | (?P<PERCENT>\d[\d,.]*\s?%|\d+/\d+)
  | (?P<NUMBER>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
  | (?P<YEAR2>['’`]\d\d(?!\d))
  | (?P<SHORT>(?:[^\W\d_]\.){2,}|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun
        |Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|No|Lt|Col|Maj|Sgt|Capt|Adm|Prof|Rev|Hon|Jr|Sr|vs|Inc|Ltd|Corp|Co|[A-Z])\.)
  | (?P<WORD>[^\W\d_]+(?:['’](?!s\b|S\b)[^\W\d_]+)*)
  | (?P<POSSESS>['’][sS]\b)
  | (?P<BREAK>\n\s*)
  | (?P<PUNCT>[^\w\s]|_+)
    """,
    re.VERBOSE,
)
_MARKS: Final = {",": "COMMA", "-": "DASH", "‐": "DASH", "‑": "DASH", "–": "DASH", "—": "DASH", "(": "OPEN",
                 "[": "OPEN", ")": "CLOSE", "]": "CLOSE", '"': "QUOTE", "“": "QUOTE", "”": "QUOTE", "«": "QUOTE",
                 "»": "QUOTE", ".": "STOP", "!": "STOP", "?": "STOP", "…": "STOP"}  # fmt: skip
_PLAIN: Final = {"ISO", "SLASH", "DECADE", "CLOCK", "NTH", "YEAR2", "QN", "POSSESS", "BREAK"}
_TITLES: Final = frozenset("mr mrs ms dr gen sen rep gov st no lt col maj sgt capt adm prof rev hon jr sr vs".split())


@dataclass(frozen=True, slots=True)
class Scan:
    """The tokens of a text, one class character for each, and the index of the first token of each sentence."""

    text: str
    tokens: list[Token]
    classes: str
    sentences: list[int]

    def sentence(self, index: int) -> tuple[int, int]:
        """The token range of the sentence that holds token `index`."""
        low, high = 0, len(self.sentences)
        while low < high:
            mid = (low + high) // 2
            if self.sentences[mid] <= index:
                low = mid + 1
            else:
                high = mid
        end = self.sentences[low] if low < len(self.sentences) else len(self.tokens)
        return self.sentences[low - 1], end


def scan(text: str) -> Scan:
    """The tokens and classes of `text`."""
    tokens = [_token(match) for match in _TOKEN.finditer(text)]
    sentences = _sentences(text, tokens)
    classes = [_class(token) for token in tokens]
    settle(tokens, classes)
    return Scan(text, tokens, "".join(classes), sentences)


def _token(match: re.Match[str]) -> Token:
    word = match.group()
    shape = match.lastgroup or "PUNCT"
    return Token(match.start(), match.end(), word.lower(), shape, word[0].isupper())


def _class(token: Token) -> str:
    shape = token.shape
    if shape == "WORD":
        return CLASS.get(token.low) or CODE["X"]
    if shape == "NUMBER":
        return CODE[_number(token.low)]
    if token.low in ("1/2", "½"):
        return CODE["HALF"]
    if shape == "PUNCT":
        return CODE[_MARKS.get(token.low, "PUNCT")]
    if shape == "SHORT":
        return CLASS.get(token.low.rstrip(".")) or CODE["X"]
    return CODE[shape] if shape in _PLAIN else CODE["X"]


def _number(digits: str) -> str:
    if digits.isdigit():
        if len(digits) == 4 and "1500" <= digits <= "2100":
            return "YEAR"
        if len(digits) <= 2 and 1 <= int(digits) <= 31:
            return "DAY"
    return "DIGITS"


def _sentences(text: str, tokens: list[Token]) -> list[int]:
    """Indices of the first token of each sentence; a line break ends one when the line ends in a stop or is blank."""
    starts = [0] if tokens else []
    for index, token in enumerate(tokens[:-1]):
        if token.shape == "BREAK":
            begins = index + 1
        elif token.low in (".", "!", "?", "…") or (token.shape == "SHORT" and token.low not in _TITLES_DOTTED):
            begins = _after_stop(text, tokens, index)
        else:
            continue
        if begins and begins < len(tokens) and begins > starts[-1]:
            starts.append(begins)
    return starts


_TITLES_DOTTED: Final = frozenset(title + "." for title in _TITLES)


def _after_stop(text: str, tokens: list[Token], index: int) -> int:
    """The token that begins the next sentence after the stop at `index`, or 0 when no sentence ends there."""
    after = index + 1
    while after < len(tokens) and tokens[after].low in ('"', "”", "’", "'", "»", ")"):
        if text[tokens[after - 1].end : tokens[after].start]:
            break
        after += 1
    if after >= len(tokens) or not text[tokens[after - 1].end : tokens[after].start]:
        return 0
    follower = tokens[after]
    if tokens[index].shape == "SHORT":
        if len(tokens[index].low) == 2 or follower.shape != "WORD" or CLASS.get(follower.low) in _NAMED:
            return 0
        return after if follower.capital and follower.low in _OPENERS else 0
    opens = follower.low in ('"', "“", "‘", "'", "(", "«", "—", "–", "-", "[")
    return after if follower.capital or opens or follower.shape in _FIGURES else 0


_FIGURES: Final = frozenset("NUMBER CODED MONEY NTH CLOCK ISO DECADE".split())
_NAMED: Final = (CODE["MON"], CODE["DOW"])
_OPENERS: Final = frozenset(
    "the a an in on at he she it they we i his her its their this that these those but and as for if when while after "
    "before both no not all many some there what who however meanwhile since with by under such".split()
)
