"""One pass over a text: its words with offsets, the class of each, and where its sentences begin."""

import re
from dataclasses import dataclass
from typing import Final

from pourparler.text.dates.lexicon import CLASS, CODE, MONTHS, WEEKDAYS

_TOKEN: Final = re.compile(
    r"""
    (?P<LINK>(?:https?://|www\.)[^\s<>"”]+|[\w.+-]+@[\w-]+\.[\w.]+)
  | (?P<ISO>(?:1[5-9]|20)\d\d-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?!\d)
        (?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)
  | (?P<SLASH>\d{1,2}(?P<_sep>[/.])\d{1,2}(?P=_sep)(?:\d{4}|\d\d)(?![\d/.]\d))
  | (?P<MONEY>(?:US|AU|A|C|NZ|HK)?[$€£¥₽₴₹₪]\s?\d[\d,.]*\d|[$€£¥₽₴₹₪]\s?\d|\#\s?\d+|№\s?\d+)
  | (?P<DECADE>(?:['’`]?[2-9]0|1[5-9]\d0|20[0-9]0)['’]?s\b)
  | (?P<CLOCK>\d{1,2}(?:[:.]\d\d(?::\d\d)?)?\s?(?:[ap]\.m\.|[ap]m\b|[AP]M\b|[AP]\.M\.)|[0-2]?\d[:h][0-5]\d(?::\d\d)?(?!\d)(?:\s?Z\b)?)
  | (?P<NTH>\d{1,3}(?:st|nd|rd|th)\b)
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
_PLAIN: Final = {"ISO", "SLASH", "DECADE", "CLOCK", "NTH", "YEAR2", "POSSESS", "BREAK"}
_TITLES: Final = frozenset("mr mrs ms dr gen sen rep gov st no lt col maj sgt capt adm prof rev hon jr sr vs".split())


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark: half-open offsets, its characters in lower case, and its shape as the scanner saw it."""

    start: int
    end: int
    low: str
    shape: str
    capital: bool


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
    for index, token in enumerate(tokens):
        if token.shape in ("WORD", "SHORT", "NUMBER"):
            settled = _settle(tokens, classes, index)
            if settled:
                classes[index] = CODE[settled]
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


def _settle(tokens: list[Token], classes: list[str], index: int) -> str | None:
    """The class of a word whose form alone does not settle it, or None where it does."""
    kind = classes[index]
    if kind == CODE["MON"]:
        return None if _is_month(tokens, classes, index) else "X"
    if kind in (CODE["DOW"], CODE["DOWS"]):
        return None if _is_weekday(tokens, classes, index) else "X"
    if kind == CODE["SEASON"]:
        return None if _is_season(tokens, classes, index) else "X"
    if kind == CODE["ZONE"]:
        token = tokens[index]
        follows = index > 0 and classes[index - 1] in (CODE["CLOCK"], CODE["DIGITS"], CODE["YEAR"], CODE["DAY"],
                                                       CODE["PART"], CODE["OPEN"], CODE["OCLOCK"])  # fmt: skip
        return None if token.capital and follows else "X"
    if kind == CODE["SECOND"]:
        counted = index > 0 and classes[index - 1] in (CODE["DASH"], CODE["ONE"], CODE["SINGLE"])
        return None if counted else "ORD"
    return None


_MONTH_LEADS: Final = frozenset(
    CODE[name]
    for name in "IN OF BY SINCE UNTIL LAST NEXT THIS EARLY LATE MID FROM TO THROUGH BEFORE AFTER DURING EVERY AND OR "
    "BETWEEN DASH DAY NTH ORD DOW THE COMING PAST PREV FOLL THAT PER COMMA ON END START MIDDLE SAME POSS A FOR OPEN "
    "SECOND SLASH".split()
)
_NUMBERED: Final = frozenset(CODE[name] for name in ("DAY", "NTH", "YEAR", "YEAR2"))


def _is_month(tokens: list[Token], classes: list[str], index: int) -> bool:
    token = tokens[index]
    if not token.capital:
        return False
    after = classes[index + 1] if index + 1 < len(classes) else ""
    ahead = classes[index + 2] if index + 2 < len(classes) else ""
    if after in _NUMBERED or (after == CODE["THE"] and ahead in (CODE["NTH"], CODE["ORD"])):
        return True
    before = classes[index - 1] if index else ""
    if before in (CODE["DAY"], CODE["NTH"]):
        return True
    name = token.low.rstrip(".")
    if name not in ("may", "march", "august", "april", "june", "mar", "jan", "dec", "jun", "sep"):
        return True
    if before in _MONTH_LEADS and before not in (CODE["COMMA"], CODE["AND"], CODE["OR"]):
        return name != "march" or before != CODE["THE"] or after not in (CODE["ON"], CODE["FOR"])
    if name == "march" and index + 1 < len(tokens) and tokens[index + 1].low in ("was", "is", "has", "saw", "brought"):
        return True
    if name in ("may", "march"):
        return bool(index) and not tokens[index - 1].capital and tokens[index - 1].shape == "WORD"
    return not (index + 1 < len(tokens) and tokens[index + 1].capital and after == CODE["X"]) and not (
        index and tokens[index - 1].capital and before == CODE["X"] and name != "august"
    )


_OUTLETS: Final = frozenset(
    "times telegraph mail mirror express herald post star world independent review people tribune sport".split()
)
_EPITHETS: Final = frozenset("black bloody super ash good easter palm holy cyber shrove maundy whit giving".split())


def _is_weekday(tokens: list[Token], classes: list[str], index: int) -> bool:
    token = tokens[index]
    if not token.capital:
        return False
    if index and tokens[index - 1].low in _EPITHETS and tokens[index - 1].capital:
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after and after.capital and after.low in _OUTLETS:
        return False
    name = token.low
    if name.rstrip(".") in WEEKDAYS and len(name.rstrip(".")) < 6 and name not in ("monday", "friday", "sunday"):
        dated = after is not None and (after.low == "," or after.low.rstrip(".") in MONTHS or after.shape == "NUMBER")
        lead = index > 0 and classes[index - 1] in (CODE["ON"], CODE["LAST"], CODE["NEXT"], CODE["THIS"], CODE["BY"])
        if name in ("sun", "sat", "mon", "wed"):
            return dated and not lead or (lead and name != "sun")
        return dated or lead or name.endswith(".")
    return True


def _is_season(tokens: list[Token], classes: list[str], index: int) -> bool:
    before = classes[index - 1] if index else ""
    after = classes[index + 1] if index + 1 < len(classes) else ""
    if after == CODE["YEAR"] or (after == CODE["OF"] and classes[index + 2 : index + 3] == [CODE["YEAR"]]):
        return True
    leads = "THIS LAST NEXT EARLY LATE MID PREV COMING DURING SINCE BY EVERY UNTIL FOLL THAT PAST"
    if before in {CODE[name] for name in leads.split()}:
        return True
    if tokens[index].low in ("fall", "spring"):
        article = before == CODE["THE"] and index > 1 and classes[index - 2] in (CODE["IN"], CODE["OF"], CODE["BY"])
        return article or (before == CODE["IN"] and tokens[index].low == "spring")
    return not tokens[index].capital or index == 0 or before in (CODE["THE"], CODE["IN"])


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
    return after if follower.capital or opens or follower.shape in ("NUMBER", "CODED", "MONEY", "NTH") else 0


_NAMED: Final = (CODE["MON"], CODE["DOW"])
_OPENERS: Final = frozenset(
    "the a an in on at he she it they we i his her its their this that these those but and as for if when while after "
    "before both no not all many some there what who however meanwhile since with by under such".split()
)
