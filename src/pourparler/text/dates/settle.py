"""The class of words whose form alone does not settle it: months that are verbs, weekdays in titles of outlets."""

from typing import Final

from pourparler.text.dates.lexicon import CODE, HOLIDAYS, MONTHS, NUMBERS, WEEKDAYS
from pourparler.text.dates.token import Token

_UNSURE: Final = frozenset(
    CODE[name] for name in "MON DOW DOWS SEASON ZONE SECOND TODAY UNIT UNITS RATE PART WEEKEND NOW CURRENT".split()
)


_NUMBERS: Final = frozenset(CODE[name] for name in ("NUM", "ONE", "DAY"))


def settle(tokens: list[Token], classes: list[str]) -> None:
    """Correct in `classes` the class of each word that its neighbours decide."""
    for index, token in enumerate(tokens):
        if classes[index] in _NUMBERS and classes[index + 1 : index + 2] == [CODE["NUM"]]:
            if _stands_apart(token, tokens[index + 1]):
                classes[index] = CODE["X"]
        elif classes[index] in _UNSURE:
            chosen = _choice(tokens, classes, index)
            if chosen:
                classes[index] = CODE[chosen]
        if token.low in HOLIDAYS and token.capital:
            _mark_holiday(tokens, classes, index)


def _stands_apart(token: Token, follower: Token) -> bool:
    """True for the first of two numbers that make none together: "up from nine two years ago"."""
    if NUMBERS[follower.low] >= 100:
        return False
    return NUMBERS.get(token.low, 1) < 20


def _mark_holiday(tokens: list[Token], classes: list[str], index: int) -> None:
    """Class the words of a named holiday: HOLY for the first, REST for those after it."""
    for words in HOLIDAYS[tokens[index].low]:
        if [token.low.replace("’", "'") for token in tokens[index : index + len(words)]] == list(words):
            classes[index : index + len(words)] = [CODE["HOLY"]] + [CODE["REST"]] * (len(words) - 1)
            return


def _choice(tokens: list[Token], classes: list[str], index: int) -> str | None:
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
    if kind == CODE["PART"]:
        return "X" if index and tokens[index].capital and tokens[index - 1].low in ("good", "this") else None
    if kind in (CODE["TODAY"], CODE["UNIT"], CODE["UNITS"], CODE["RATE"], CODE["NOW"], CODE["CURRENT"]):
        return "X" if _is_title(tokens, classes, index) else None
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
    third = tokens[index + 2] if index + 2 < len(tokens) else None
    if (
        after
        and third
        and after.low in ("night", "morning")
        and after.capital
        and third.capital
        and third.shape == "WORD"
    ):
        return False  # a programme: "Saturday Night ..."
    name = token.low
    if name.rstrip(".") in WEEKDAYS and len(name.rstrip(".")) < 6 and name not in ("monday", "friday", "sunday"):
        dated = after is not None and (after.low == "," or after.low.rstrip(".") in MONTHS or after.shape == "NUMBER")
        lead = index > 0 and classes[index - 1] in (CODE["ON"], CODE["LAST"], CODE["NEXT"], CODE["THIS"], CODE["BY"])
        if name in ("sun", "sat", "mon", "wed"):
            return (dated and not lead) or (lead and name != "sun")
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


def _is_title(tokens: list[Token], classes: list[str], index: int) -> bool:
    """True for a capitalised word of time inside a name: "USA Today", "60 Minutes", "Election Day"."""
    token = tokens[index]
    if not token.capital or index == 0:
        return False
    before, after = tokens[index - 1], tokens[index + 1] if index + 1 < len(tokens) else None
    if before.shape in ("BREAK", "PUNCT") or before.low in ("'", '"', "“", "‘"):
        return bool(after and after.capital and classes[index] == CODE["RATE"] and after.shape == "WORD")
    if before.capital and before.shape == "WORD" and classes[index - 1] != CODE["X"] and classes[index] == CODE["PART"]:
        return False
    beside = [
        t for t in tokens[max(0, index - 4) : index + 5] if t.shape == "WORD" and t is not token and len(t.low) > 3
    ]
    return any(not t.capital for t in beside)
