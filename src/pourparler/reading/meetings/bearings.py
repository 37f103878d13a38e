"""The day and the place of a meeting as its own words tell them."""

from pourparler.core.moment import When
from pourparler.reading.meetings.ground import MARKS, STOPS, Dated, Ground
from pourparler.reading.meetings.nouns import NounTrigger
from pourparler.reading.meetings.tellings import GOING, Telling, said_by
from pourparler.reading.namings import NamingKind
from pourparler.reading.scene import Line
from pourparler.text.verbs import VerbGroup
from pourparler.text.world import Country

LONGEST = 92
"""Days of a time expression above which it tells no day of a meeting: a season is the longest."""

NO_DAYS = frozenset(("now", "currently", "nowadays", "recently", "these days", "at the moment", "this year", "so far"))
"""Time expressions that date no meeting."""

NOT_DAYS = frozenset("since until till from".split())
FARTHEST = 8
"""Words before a day among which "since" is looked for."""

PLACING = frozenset("in at near outside to into".split())


def day_of(telling: Telling) -> When | None:
    """The days of a telling: the resolved time expression nearest to its trigger, in its own stretch of words."""
    ground, best, end = telling.ground, None, reach(telling)
    for dated in ground.times:
        if not (telling.first <= dated.first and dated.last <= end) or not _is_day(ground, dated):
            continue
        if _is_of_carrier(telling, dated) or _is_doubted(telling, dated):
            continue
        distance = (
            dated.first - telling.trigger if dated.first >= telling.trigger else 2 * (telling.trigger - dated.first)
        )
        if best is None or distance < best[0]:
            best = (distance, dated.time.when)
    if best is not None and not (
        telling.group is not None and telling.frame in GOING and telling.noun is not None and telling.noun.definite
    ):
        return best[1]
    return _day_before(telling) or _day_around(telling) if best is None else None


def _is_doubted(telling: Telling, dated: Dated) -> bool:
    """True for a day on which, by a clause of its own, it may not come about: "though it might not be this week"."""
    return any(
        group is not telling.group
        and telling.trigger < group.first
        and group.last <= dated.first
        and group.negated
        and group.modal in ("may", "might", "could", "will", "would")
        for group in telling.ground.line.verbs
    )


def _is_of_carrier(telling: Telling, dated: Dated) -> bool:
    """True for the day on which it was agreed or said that they would meet: "agreed on Monday to meet"."""
    carrier = telling.carrier
    if (
        carrier is not None
        and not telling.subject
        and carrier.finite
        and carrier.tense == "past"
        and _is_news(telling, carrier)
    ):
        published = telling.ground.scene.page.report.published
        when = dated.time.when
        return when is not None and when.end is not None and published is not None and when.end < published
    group = telling.group or carrier
    if group is None or not group.infinitive or dated.last > group.first:
        return False
    over = telling.ground.chain(group)
    return bool(over) and over[0].tense in ("past", "none") and over[0].modal is None and dated.first >= over[0].last


def _is_news(telling: Telling, carrier: VerbGroup) -> bool:
    """True for a verb of announcing or proposing, whose day in the past is not that of the meeting."""
    return said_by(telling.ground, carrier) in ("planned", "proposed")


def reach(telling: Telling) -> int:
    """Where the words that may date and place a meeting end: its own, and a relative clause on it right after
    ("…, which had been planned for Sunday in Muscat")."""
    lows, last = telling.ground.lows, telling.last
    at = last + 1 if lows[last : last + 1] == (",",) else last
    if lows[at : at + 1] not in (("which",), ("that",)):
        return last
    return next(
        (i for i in range(at + 1, len(lows)) if lows[i] in MARKS or lows[i] in (",", "but", "and", ".")), len(lows)
    )


def _is_day(ground: Ground, dated: Dated) -> bool:
    """True for an expression with both ends that is no "since" and no longer than a season."""
    when = dated.time.when
    if when is None or when.start is None or when.end is None or (when.end - when.start).days > LONGEST:
        return False
    before = ground.lows[dated.first - 1] if dated.first else ""
    put_off = before in ("until", "till") and any(
        lemma in ("put", "postpone", "delay", "push", "adjourn") for lemma in ground.lemmas
    )
    if before == "from" and when.start != when.end:
        return True
    if counts_from(ground.line, dated.first):
        return False
    return put_off or (before not in NOT_DAYS and when.said.lower() not in NO_DAYS)


def counts_from(line: Line, first: int) -> bool:
    """True where the day at word `first` of a line is that of what something is counted from: "the longest talks since
    the walkout of May 2019"."""
    lows = [word.text.lower() for word in line.words[max(0, first - FARTHEST) : first]]
    if lows[-1:] not in (["of"], ["in"], ["on"]) or "since" not in lows:
        return False
    start = len(lows) - lows[::-1].index("since")
    between = range(first - len(lows) + start, first)
    told = any(
        group.first < between.stop and between.start < group.last and "-" not in line.words[group.last - 1].text
        for group in line.verbs  # a word with a hyphen is taken for a verb by mistake: "full-scale"
    )
    return not told and not any(word in MARKS or word == "," for word in lows[start:])


def _day_before(telling: Telling) -> When | None:
    """The day that opens the clause of a telling: "On Monday, the union met …", "Saturday the union sat with …"."""
    first = opening(telling)
    days = [
        d for d in telling.ground.times if first <= d.first and d.last <= telling.first and _is_day(telling.ground, d)
    ]
    return days[-1].time.when if days else None


def is_aftermath(ground: Ground, noun: NounTrigger) -> bool:
    """True for "after talks in …" and "after two days of talks", not for "after a period of talks"."""
    if noun.preposition in ("after", "following"):
        return True
    before = ground.lows[max(0, noun.first - 7) : noun.first]
    return (
        noun.preposition == "of"
        and "after" in before
        and before[-2:-1] in (("hours",), ("days",), ("minutes",), ("nights",))
    )


def opening(telling: Telling) -> int:
    """Where the adverbs that open the clause of a telling begin, where a finite verb tells it."""
    ground, verb = telling.ground, telling.group or telling.carrier
    if verb is not None and verb.infinitive and any(v.tense == "past" and v.modal is None for v in ground.chain(verb)):
        return telling.first
    if verb is None or not any(v.finite for v in (verb, *ground.chain(verb)[-1:])) or _is_gerund(ground, telling):
        return telling.first
    at = telling.first
    while at > 0 and at > telling.first - 12:
        low = ground.lows[at - 1]
        if any(g.first <= at - 1 < g.last for g in ground.line.verbs):
            return telling.first
        if low in STOPS or low in MARKS or low in ("and", "but"):
            break
        at -= 1
    return at


def _is_gerund(ground: Ground, telling: Telling) -> bool:
    """True when a telling begins with a form in -ing, whose clause is another's."""
    return ground.lows[telling.first].endswith("ing") and ground.line.words[telling.first].tag == "VERB"


def _day_around(telling: Telling) -> When | None:
    """The day of the clause that a meeting told in passing is in: "settled on Friday after an all-night session"."""
    noun, ground = telling.noun, telling.ground
    if (
        telling.group is not None
        and telling.frame != "swap"
        and telling.first
        and ground.lows[telling.first - 1] in ("when", "where")
    ):
        days = [dated for dated in ground.times if dated.last < telling.first and _is_day(ground, dated)]
        return days[0].time.when if len(days) == 1 else None
    if noun is None or telling.group is not None or noun.definite or not is_aftermath(ground, noun):
        return None
    clause = ground.finite_at(noun.first)
    if clause is None or clause.verb is None or clause.verb.tense == "future" or clause.verb.modal is not None:
        return None
    marks = [at + 1 for at in range(noun.first) if ground.lows[at] in MARKS]
    first = marks[-1] if marks and noun.preposition != "of" else 0
    days = [dated for dated in ground.times if first <= dated.first < noun.first and _is_day(ground, dated)]
    return days[0].time.when if len(days) == 1 else None


def places_of(telling: Telling) -> tuple[str, ...]:
    """The places of a telling, canonical, nearest first: "in Geneva", "at the White House", "to the Qatari capital"."""
    ground = telling.ground
    found: list[str] = []
    first = telling.first if telling.group is None else max(telling.first, telling.group.first)
    end = reach(telling)
    for at in (*range(first, end), *range(opening(telling), telling.first)):
        if ground.lows[at] in PLACING or (at == telling.trigger and telling.frame == "visit"):
            found += _place_from(ground, at + 1, end)
    if telling.noun is not None and telling.group is None and not found:
        found += _place_in_noun(ground, telling)
    return tuple(dict.fromkeys(found))


def _place_from(ground: Ground, at: int, last: int) -> list[str]:
    """The place that begins at word `at`, with what holds it ("Dearborn, Michigan")."""
    whole = any(n.first == at for n in ground.line.namings)
    start = (
        at + 1
        if not whole and ground.lows[at : at + 1] in (("the",), ("southern",), ("northern",), ("central",))
        else at
    )
    naming = next((n for n in ground.line.namings if n.first == start), None)
    if naming is not None:
        known = naming.known
        after = ground.lows[naming.last : naming.last + 1]
        if naming.kind is NamingKind.DEMONYM and isinstance(known, Country):
            return [known.capitals[0]] if after == ("capital",) and known.capitals else []
        if naming.kind is NamingKind.SEAT:
            return [ground.text(naming.first, naming.last)]
        if naming.kind in (NamingKind.PLACE, NamingKind.CAPITAL, NamingKind.STATE) and _ends(ground, naming.last):
            name = known.name if naming.kind is not NamingKind.CAPITAL else ground.text(naming.first, naming.last)
            more = _place_from(ground, naming.last + 1, last) if after in ((",",), ("of",)) else []
            return [name, *more]
        return []
    return _unknown_place(ground, start, last)


def _unknown_place(ground: Ground, at: int, last: int) -> list[str]:
    """A capitalised name after a preposition of place that is no person, day or body: a town not in the files."""
    end = at
    while end < last and ground.line.words[end].text[:1].isupper() and ground.line.words[end].text.isalpha():
        end += 1
    if end == at or any(p.first < end and at < p.last for p in ground.line.people) or not _ends(ground, end):
        return []
    if any(n.first < end and at < n.last for n in ground.line.namings):
        return []
    if any(ground.time_at(index) is not None for index in range(at, end)):
        return []
    return [ground.text(at, end)]


def _ends(ground: Ground, at: int) -> bool:
    """True when a place name is over at `at`: no noun follows that it only describes ("Geneva talks", "Ford plant")."""
    if at >= len(ground.lows):
        return True
    word = ground.line.words[at]
    if ground.time_at(at) is not None:
        return True
    return not (word.tag in ("NOUN", "PROPN") and word.text.isalpha()) and ground.lows[at] not in ("'s", "’s")


def _place_in_noun(ground: Ground, telling: Telling) -> list[str]:
    """A place before the noun: "the Geneva talks", "the Oval Office meeting"."""
    assert telling.noun is not None
    first, last = telling.noun.core
    for naming in ground.line.namings:
        if (
            first <= naming.first
            and naming.last <= last
            and naming.kind in (NamingKind.PLACE, NamingKind.SEAT, NamingKind.CAPITAL)
        ):
            if naming.kind is NamingKind.CAPITAL and any(
                other is not naming and other.first >= first and other.last <= last for other in ground.line.namings
            ):
                continue
            return [naming.known.name if naming.kind is NamingKind.PLACE else ground.text(naming.first, naming.last)]
    return []
