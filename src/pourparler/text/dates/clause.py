"""Which way the clause of a time expression looks, from its own prepositions, verbs and nouns.

The evidence is taken in this order: a preposition that settles it ("until", "since", "ahead of"); the verb right after
the expression, when the expression closes a subject; the nearest verb to the left in the clause; the nearest to the
right; then the same beyond the clause's commas. `docs/dates.md` says it with examples.
"""

from typing import Final

from pourparler.text.dates import nouns, verbs
from pourparler.text.dates.headlines import to_come
from pourparler.text.dates.lexicon import CODE
from pourparler.text.dates.possession import CLAUSES, marks, owns
from pourparler.text.dates.scan import Scan
from pourparler.text.dates.verbgroup import ADVERBS, Tense, group, verb_at, word_at

_WALLS: Final = frozenset(CODE[name] for name in ("QUOTE", "BREAK", "STOP"))
_DATED: Final = frozenset(CODE[name] for name in ("MON", "DAY", "NTH"))
_WALL_WORDS: Final = frozenset((";", ":", "—", "“", "”", "``", "''"))
_SMALL: Final = frozenset("the a an this early late on its his their mid coming as in".split())


def tense(scanned: Scan, first: int, last: int) -> Tense:
    """The tense of the clause that the tokens `[first, last)` belong to."""
    walls = _walls(scanned, first, last)
    lead = _lead(scanned, walls, first, last)
    if lead is not None:
        return lead
    low, high = _clause(scanned, walls, first, last)
    if nouns.measured(scanned, low, first):
        return Tense.PAST
    if to_come(scanned, low, first, high):
        return Tense.COMING
    closing = _closing_subject(scanned, low, (first, last), high)
    if closing is not None:
        weak = closing is Tense.STATE or (closing is Tense.PRESENT and owns(scanned, last, high))
        return Tense.PLANNED if weak else closing
    left, right = (low, first), (last, high)
    sides = [right, left] if _opens_clause(scanned, low, first) else [left, right]
    sides += [(walls[0], low), (high, walls[1])]
    for side in sides:
        found = _rightward(scanned, *side) if side[0] >= last else _leftward(scanned, *side)
        if found is Tense.STATE:
            return Tense.NONE
        if found is not None:
            return Tense.PLANNED if found is Tense.PRESENT and owns(scanned, last, high) else found
    return _around_fragment(scanned, walls, first)


_FRAGMENT: Final = 6
"""Words of a quotation so short that it is part of the sentence around it: he would leave "this month"."""


def _around_fragment(scanned: Scan, walls: tuple[int, int], first: int) -> Tense:
    """What the words before a quoted fragment without a verb say."""
    begin = scanned.sentence(first)[0]
    if walls[0] - 1 <= begin or walls[1] - walls[0] > _FRAGMENT or not _is_wall(scanned, walls[0] - 1):
        return Tense.NONE
    found = _leftward(scanned, begin, walls[0] - 1)
    return found if found in (Tense.COMING, Tense.PAST) else Tense.NONE


def _opens_clause(scanned: Scan, low: int, first: int) -> bool:
    """True when the expression opens its clause, or stands with small words after an "and": "and on Monday"."""
    place = first - 1
    while place >= low and scanned.tokens[place].low in _SMALL:
        place -= 1
    return place < low or (scanned.tokens[place].low in ("and", "but", "or", "that") and place < first - 1)


def _walls(scanned: Scan, first: int, last: int) -> tuple[int, int]:
    """The token range around the expression up to the ends of its sentence, quotation or colon."""
    begin, end = scanned.sentence(first)
    low, high = first, last
    while low > begin and not _is_wall(scanned, low - 1):
        low -= 1
    while high < end and not _is_wall(scanned, high):
        high += 1
    return low, high


def _is_wall(scanned: Scan, place: int) -> bool:
    return scanned.classes[place] in _WALLS or scanned.tokens[place].low in _WALL_WORDS


def _clause(scanned: Scan, walls: tuple[int, int], first: int, last: int) -> tuple[int, int]:
    """The token range up to the nearest comma, dash or word that opens a clause of its own."""
    low, high = first, last
    while low > walls[0] and not _divides(scanned, low - 1):
        low -= 1
    if high < walls[1] and scanned.classes[high] == CODE["COMMA"] and _opens_clause(scanned, low, first):
        high += 1
    while high < walls[1] and not _divides(scanned, high):
        high += 1
    return low, high


def _divides(scanned: Scan, place: int) -> bool:
    word = scanned.tokens[place].low
    if word == "," or word in CLAUSES:
        return True
    dash = scanned.classes[place] == CODE["DASH"] and place > 0
    return dash and scanned.tokens[place - 1].end < scanned.tokens[place].start


def _lead(scanned: Scan, walls: tuple[int, int], first: int, last: int) -> Tense | None:
    """What the words before the expression, or before the noun it stands with, settle by themselves."""
    words = [token.low for token in scanned.tokens[max(walls[0], first - 7) : first]]
    while words and words[-1] in ("the", "a", "an", "early", "late", "on", "its", "mid", "around"):
        words.pop()
    tail, pair = (words[-1] if words else ""), words[-2:]
    if tail in ("until", "till", "by") or pair == ["later", "than"]:
        return _deadline(scanned, walls, (first, last))
    if tail == "since":
        return Tense.PAST
    if tail in ("starting", "beginning", "effective") or pair == ["as", "of"] or pair == ["effective", "from"]:
        return _rightward(scanned, last, walls[1]) or _leftward(scanned, walls[0], first - 1) or Tense.COMING
    if pair == ["eve", "of"]:
        return Tense.PLANNED
    if tail == "for" and set(words) & (verbs.ASKED | verbs.PLANNED | verbs.INTENDS):
        over = scanned.classes[first] in _DATED and _rightward(scanned, last, walls[1]) is Tense.PAST
        return Tense.PLANNED if over or set(words) & (verbs.WAS | {"had"}) else Tense.COMING
    if tail in ("upcoming", "coming", "looming", "forthcoming"):
        return Tense.COMING
    return _noun_lead(scanned, walls, first, last)


def _noun_lead(scanned: Scan, walls: tuple[int, int], first: int, last: int) -> Tense | None:
    """ "ahead of Friday's meeting", "before the vote on Sunday", "after Monday's raid", "braced for Friday's march"."""
    owned = owns(scanned, last, walls[1])
    if owned:
        due = nouns.limit(scanned, walls, first, last)
        if due is not None:
            return due
        if nouns.faced(scanned, walls[0], first) or nouns.away(scanned, last, walls[1]):
            return Tense.COMING
    for place in range(first - 1, max(walls[0], first - _NOUN_REACH) - 1, -1):
        word = scanned.tokens[place].low
        follower = word_at(scanned, place + 1, first)
        if word in ("before", "after") and scanned.classes[place + 1] in _HOURS:
            return None
        ahead = word in ("pending", "approaching") or (word in ("ahead", "advance") and follower == "of")
        ahead = ahead or (word == "before" and not _faces(scanned, place))
        if ahead or (word == "prior" and follower == "to"):
            return Tense.COMING if owned or place < first - 1 else None
        if owned and word == "to" and nouns.approached(scanned, walls[0], place):
            return Tense.COMING
        if word in ("after", "since", "following", "despite") and (owned or place < first - 1):
            wider = _leftward(scanned, walls[0], place) or _rightward(scanned, last, walls[1])
            return Tense.PLANNED if wider is Tense.COMING and word == "after" else Tense.PAST
        if owned and word in verbs.FACING:
            return Tense.COMING
        if owned and word in verbs.AFTERMATH and scanned.tokens[first - 1].low in ("of", "from", "in"):
            return Tense.PAST
        if word == "," or (
            word not in ("of", "for", "to", "up", "the", "on", "in") and verb_at(scanned, walls[0], place, first)
        ):
            return None
    return None


_HOURS: Final = frozenset(CODE[name] for name in ("PART", "NOON", "CLOCK"))
"""Times of day: "shortly before dawn Wednesday" is Wednesday's dawn."""
_NOUN_REACH: Final = 16
"""Words between "ahead of" or "after" and the expression that ends its noun phrase."""


def _faces(scanned: Scan, place: int) -> bool:
    """True for "before" as a place: "appeared before the court on Monday"."""
    word = scanned.tokens[place - 1].low if place else ""
    return word.startswith(("appear", "testif", "stand", "stood", "spoke", "speak", "came", "come", "argu", "kneel"))


def _deadline(scanned: Scan, walls: tuple[int, int], at: tuple[int, int]) -> Tense:
    """ "by Friday", "until Friday" look ahead, unless the clause tells what had happened."""
    low, (first, last) = walls[0], at
    if first <= low + 1:  # "By Monday the road had been cleared"
        after = {token.low for token in scanned.tokens[last : walls[1]]}
        return Tense.PLANNED if "had" in after and not after & (verbs.WILL | verbs.MAY) else Tense.COMING
    words = {token.low for token in scanned.tokens[low:first]}
    left = _leftward(scanned, low, first)
    told = left is Tense.PAST
    if (told and "had" in words) or (left is Tense.PLANNED and words & verbs.WAS and not words & _PUT_OFF):
        return Tense.PLANNED
    if told and words & _GRANTED and word_at(scanned, last, last + 1) == "to":
        return Tense.COMING
    return Tense.PLANNED if told and not words & (verbs.ASKED | verbs.MOVED | verbs.WILL) else Tense.COMING


_PUT_OFF: Final = verbs.ASKED | verbs.MOVED
_GRANTED: Final = frozenset("gave given granted allowed allotted handed".split())
"""Verbs of granting time: "gave the company until Tuesday to comply"."""


def _closing_subject(scanned: Scan, low: int, at: tuple[int, int], high: int) -> Tense | None:
    """The verb after an expression that closes its subject: "the talks on Friday were", "Friday's vote split"."""
    first, last = at
    place = last
    owned = owns(scanned, last, high)
    if owned:
        place = _after_noun(scanned, last, high)
        opens = first == low or all(
            t.low in _SMALL or t.low in verbs.SPEECH for t in scanned.tokens[max(low, first - 2) : first]
        )
        if not opens or place >= high:
            return None
        found = verb_at(scanned, place, place, high)
        if found is None and scanned.tokens[place].low.endswith("s") and verbs.third_person(scanned.tokens[place].low):
            found = Tense.PRESENT
        return found
    while place < high and scanned.tokens[place].low in ADVERBS:
        place += 1
    if any(token.low in verbs.HAPPENED for token in scanned.tokens[max(low, first - 8) : first]):
        return Tense.PAST
    if (
        first > low
        and verbs.is_past(scanned.tokens[first - 1].low)
        and scanned.tokens[first - 1].low not in verbs.PLANNED
    ):
        return None
    word = word_at(scanned, place, high)
    if first == low and place == last and marks(scanned, last, high):
        return Tense.PRESENT
    if word in verbs.AUXILIARIES and _is_relative(scanned, low):
        told = _leftward(scanned, low, first)
        if told is not None:
            return told
    if word in verbs.AUXILIARIES:
        found = group(scanned, place, high)
        if nouns.planned(scanned, low, first) and found is Tense.PAST:
            return Tense.COMING if word in ("has", "have") else Tense.PLANNED
        return _settled(scanned, low, first, found)
    if verbs.is_past(word) and word not in verbs.BASES and place == last and first - low > 1:
        return None if _leftward(scanned, low, first) is Tense.COMING else Tense.PAST
    return None


def _is_relative(scanned: Scan, low: int) -> bool:
    """True when a relative clause begins at `low`: "a ceasefire that took effect on Wednesday is holding"."""
    opener, before = (scanned.tokens[low - k].low if low >= k else "" for k in (1, 2))
    if opener == "that":
        return not (verbs.is_past(before) or verbs.third_person(before) or before in verbs.SPEECH)
    return opener in ("which", "who")


def _settled(scanned: Scan, low: int, first: int, found: Tense) -> Tense:
    """ "the session planned for Friday was", told in the past, is a plan."""
    left = _leftward(scanned, max(low, first - 3), first)
    return Tense.PLANNED if left is Tense.COMING and found is Tense.PAST else found


def _after_noun(scanned: Scan, last: int, high: int) -> int:
    """The first token after the noun phrase that the expression opens."""
    place = last + 1
    while place < high:
        token = scanned.tokens[place]
        if token.low in verbs.AUXILIARIES | ADVERBS or verbs.is_past(token.low):
            return place
        if verbs.third_person(token.low) and not verbs.can_be_noun(token.low):
            return place
        if token.low in ("on", "in", "at", "of", "with", "between", "for", "to", ","):
            return high
        place += 1
    return high


def _leftward(scanned: Scan, low: int, first: int) -> Tense | None:
    """The tense of the nearest verb between `low` and `first`, looking left."""
    for place in range(first - 1, low - 1, -1):
        if scanned.tokens[place].low in verbs.HAPPENED and place > low:
            return Tense.PAST
        found = verb_at(scanned, low, place, first)
        if found is not None:
            return found
    return None


def _rightward(scanned: Scan, last: int, high: int) -> Tense | None:
    """The tense of the nearest verb between `last` and `high`, looking right."""
    place = last - 1
    while place + 1 < high:
        place += 1
        word = scanned.tokens[place].low
        if word in ("who", "which", "whose") and place > last:  # a clause inside the clause
            while place + 1 < high and scanned.tokens[place + 1].low != ",":
                place += 1
            continue
        if place > last and scanned.tokens[place - 1].low == "to":
            continue
        found = verb_at(scanned, last, place, high)
        if found is not None:
            return found
    return None


def looks_ahead(scanned: Scan, first: int) -> bool:
    """True when a duration belongs to what is proposed or demanded: "tabled a 60-day truce"."""
    begin = scanned.sentence(first)[0]
    return any(token.low in verbs.PROPOSED for token in scanned.tokens[max(begin, first - 6) : first])
