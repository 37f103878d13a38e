"""The day a report was published, from every place that tells it, and where those places disagree.

A day that was given counts first, then the feed's and the page's own, a header line, a byline, a dateline, the URL.
Nothing is guessed: a report that tells no day has none.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from pourparler.core.evidence import Span
from pourparler.core.moment import Anchor, Origin
from pourparler.core.report import DayReading
from pourparler.core.vocabulary import PublishedFrom
from pourparler.text.dates import verbs
from pourparler.text.dates.stamps import Stamp, find_stamps

_HEAD_LINES: Final = 12
_FOOT_LINES: Final = 5
_FILED_BEFORE: Final = 3
"""A dateline counts as the day of writing when it lies no more days than this before publication."""

_GLUED: Final = re.compile(
    r"\A\W{0,3}(?:date\W{1,3})?(?P<day>\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?", re.I
)
_LABEL: Final = re.compile(
    r"^\W*(?P<label>(?:first |originally )?(?:published|posted|issued|released|filed)|date(?:line)?"
    r"|pub(?:lication)? date"
    r"|(?:last |most recently )?(?:updated|modified|edited|revised))\b(?: date)?(?: on| at)?\s*:?",
    re.I,
)
_UPDATED: Final = re.compile(r"\b(?:updated|modified|edited|revised)\b", re.I)
_BYLINE: Final = re.compile(r"^\W*(?i:by|reporting by|written by|story by)\s+(?=[A-Z])")
_TOLD_ON: Final = re.compile(
    r"(?<!published )(?<!posted )(?<!updated )(?<!issued )(?<!modified )(?<!filed )"
    r"(?<!goes )(?<!drags )(?<!carries )(?<!moves )(?<!holds )(?<!presses )"
    r"\b(?:on|at|by|until|till|from|since|for|before|after|of|to|between|and|in|than|through|about|around)"
    r"(?: the| about)?\s*$",
    re.I,
)
"""Words before a date that make it part of what is told: "will meet at 14:30 on Tuesday 4 March 2025"."""
_CHAFF: Final = re.compile(
    r"\b(?:published|posted|first|originally|last|updated|modified|on|at|am|pm|by|date|edition|news|staff"
    r"|est|edt|et|gmt|utc|cet|cest|bst|min|read|minute|minutes)\b|[\W\d_]+",
    re.I,
)
_DATELINE: Final = re.compile(
    r"^\W{0,3}(?P<place>[A-Z][\w.'’-]+(?:[ /,]{1,2}(?:[A-Z][\w.'’-]*|de|la|al|of|and|the)){0,6}?),\s+"
    r"(?P<date>(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+\d{4})?)"
    r"\)?\s*(?:,?\s*[(/\[][^)\]\n]{2,40}[)/\]])?\s*(?:[-–—:]{1,2}|\.\s*[-–—]|\.\s*/[^/\n]{2,40}/)",
    re.M,
)
_URL: Final = re.compile(r"https?://[^\s<>\"”)\]]+")
_URL_LABEL: Final = re.compile(
    r"^\W*(?:source|url|link|original|read more at|via|from|permalink|available at)?\W*$", re.I
)
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_URL_DAY: Final = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\d|3[01])|/(\d{1,2})/(\d{1,2})"
    r"|[/-]([a-z]{3,9})[/-](\d{1,2}))(?!\d)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Publication:
    """A report's publication day and what it rests on; offsets are code points into the report's text.

    `span` holds the words the day was read from (None outside the text), `url` an address found at head or foot,
    `conflicts` the other days that were told, `updated` a later edit, `dateline` the day in the dateline, and `lines`
    the header and byline lines, which are no news.
    """

    day: date | None
    published_from: PublishedFrom = PublishedFrom.UNKNOWN
    span: Span | None = None
    url: str | None = None
    conflicts: tuple[DayReading, ...] = ()
    updated: date | None = None
    dateline: date | None = None
    lines: tuple[Span, ...] = ()

    @property
    def anchor(self) -> Anchor:
        """What the text's relative days are counted from: the dateline's day where it was filed shortly before."""
        if self.dateline and (self.day is None or 0 <= (self.day - self.dateline).days <= _FILED_BEFORE):
            return Anchor(self.dateline, Origin.DATELINE, self.published_from)
        return Anchor(self.day, Origin.PUBLISHED, self.published_from)


@dataclass(slots=True)
class _Seen:
    """The days told inside the text, with their spans."""

    readings: list[DayReading]
    updates: list[DayReading]
    lines: list[Span]


def find_publication(
    text: str,
    *,
    url: str | None = None,
    given: date | None = None,
    metadata: date | None = None,
    feed: date | None = None,
) -> Publication:
    """The publication day of a report with this `text`, and what else was told of it."""
    outside = [(PublishedFrom.GIVEN, given), (PublishedFrom.FEED, feed), (PublishedFrom.PAGE_METADATA, metadata)]
    readings = [DayReading(source, day) for source, day in outside if day is not None]
    seen = _inside(text)
    found_url, url_span = _url_of(text)
    linked = [_url_reading(url, None), _url_reading(found_url, url_span)]
    by_url = [reading for reading in linked if reading is not None]
    known = readings + seen.readings + by_url + seen.updates
    filed = _dateline(text, known[0].day if known else None)
    readings += seen.readings + ([filed] if filed else []) + by_url
    chosen = readings[0] if readings else (seen.updates[0] if seen.updates else None)
    updated = seen.updates[0].day if seen.updates else None
    if chosen is None:
        return Publication(None, url=url or found_url, lines=tuple(seen.lines))
    return Publication(
        chosen.day,
        chosen.published_from,
        chosen.span,
        url or found_url,
        tuple(reading for reading in readings if reading.day != chosen.day),
        updated,
        filed.day if filed else None,
        tuple(seen.lines),
    )


def disagreeing(day: date | None, readings: Iterable[DayReading]) -> tuple[DayReading, ...]:
    """Those of `readings` that cannot stand beside `day`; a dateline some days older says where a report was filed."""
    if day is None:
        return ()

    def filed(one: DayReading) -> bool:
        return one.published_from is PublishedFrom.DATELINE and 0 <= (day - one.day).days <= _FILED_BEFORE

    return tuple(one for one in readings if one.day != day and not filed(one))


def anchor_for(text: str, day: date | None, published_from: PublishedFrom) -> Anchor:
    """What the relative days of `text` are counted from, its publication day being settled as `day`."""
    filed = _dateline(text, day)
    known = Publication(day, published_from, dateline=filed.day if filed else None)
    return known.anchor


def _inside(text: str) -> _Seen:
    """Header lines and bylines at the head of the text, labelled dates at its foot."""
    seen = _Seen([], [], [])
    begins = _glued(text, seen)
    lines = list(_lines(text, begins))
    for line in lines[:_HEAD_LINES]:
        _read_line(text, line, seen)
    for line in lines[max(_HEAD_LINES, len(lines) - _FOOT_LINES) :]:
        if _LABEL.match(line.of(text)):
            _read_line(text, line, seen)
    seen.readings.sort(key=lambda reading: reading.published_from is not PublishedFrom.HEADER_LINE)
    return seen


def _glued(text: str, seen: _Seen) -> int:
    """Take the date that stands before the first word; the offset at which the text goes on."""
    glued = _GLUED.match(text)
    day = _day_of(glued["day"]) if glued else None
    if glued is None or day is None:
        return 0
    start = len(text) - len(text.lstrip())
    span = Span(start, glued.end())
    seen.readings.append(DayReading(PublishedFrom.HEADER_LINE, day, span))
    seen.lines.append(span)
    return glued.end()


def _day_of(digits: str) -> date | None:
    try:
        return date.fromisoformat(digits)
    except ValueError:
        return None


def _lines(text: str, begins: int) -> Iterator[Span]:
    """The lines of `text` that hold words, from the offset `begins`."""
    for match in re.finditer(r"[^\n]*\S[^\n]*", text[begins:]):
        yield Span(begins + match.start(), begins + match.end())


def _read_line(text: str, line: Span, seen: _Seen) -> None:
    words = line.of(text)
    if len(words) > 400:
        return
    stamps = find_stamps(words)
    if not stamps:
        return
    label = _LABEL.match(words)
    signed = _is_byline(words, stamps)
    source = PublishedFrom.BYLINE if signed else PublishedFrom.HEADER_LINE
    tail = stamps[-1].end >= len(words.rstrip()) - 2 and stamps[-1].timed
    stands = (tail or _is_bare(words, stamps)) and not _TOLD_ON.search(words[: stamps[0].start])
    if not (label or signed or stands):
        return
    for stamp in stamps:
        span = Span(line.start + stamp.start, line.start + stamp.end)
        before = words[max(0, stamp.start - 30) : stamp.start]
        place = seen.updates if _UPDATED.search(before) else seen.readings
        place.append(DayReading(source, stamp.day, span))
    whole = label or signed or _is_bare(words, stamps, most=1)
    seen.lines.append(line if whole else Span(line.start + stamps[-1].start, line.end))


def _is_byline(words: str, stamps: tuple[Stamp, ...]) -> bool:
    """True for "By Name, of Place, 3 March 2025", but not for "By 3 March 2025 both sides must answer"."""
    opening = _BYLINE.match(words)
    if opening is None or len(words) > 160 or stamps[0].start <= opening.end() or words.rstrip().endswith(("?", "!")):
        return False
    left = words[opening.end() : stamps[0].start] + " " + words[stamps[-1].end :]
    plain = [word for word in _CHAFF.sub(" ", left).split() if word.islower()]
    return not any(word in verbs.AUXILIARIES or verbs.is_past(word) or verbs.is_present(word) for word in plain)


def _is_bare(words: str, stamps: tuple[Stamp, ...], most: int = 3) -> bool:
    """True for a line that holds little but its date: at most `most` other words."""
    left = words
    for stamp in reversed(stamps):
        left = left[: stamp.start] + " " + left[stamp.end :]
    return len(_CHAFF.sub(" ", left).split()) <= most and not left.rstrip().endswith((".", "?", "!"))


def _dateline(text: str, known: date | None) -> DayReading | None:
    """The day of the dateline near the head; its year, where unsaid, from another publication day only."""
    for match in _DATELINE.finditer(text, 0, 3000):
        stamps = find_stamps(match["date"], known)
        if stamps:
            start = match.start("date")
            return DayReading(PublishedFrom.DATELINE, stamps[0].day, Span(start, match.end("date")))
    return None


def _url_of(text: str) -> tuple[str | None, Span | None]:
    """An address that stands alone, or after "Source:", on one of the first or last lines."""
    lines = list(_lines(text, 0))
    for line in [*lines[-3:][::-1], *lines[:3]]:
        match = _URL.search(text, line.start, line.end)
        if match and _URL_LABEL.match(text[line.start : match.start()]) and not text[match.end() : line.end].strip():
            return match.group(), Span(match.start(), match.end())
    return None, None


def _url_reading(url: str | None, span: Span | None) -> DayReading | None:
    """The day that an address spells in its path."""
    for match in _URL_DAY.finditer(url or ""):
        year, month, day, short_month, short_day, name, named_day = match.groups()
        if name:
            month = str(_MONTHS.index(name[:3].lower()) + 1) if name[:3].lower() in _MONTHS else ""
        numbers = (year, month or short_month, day or short_day or named_day)
        found = _day_of("{:0>4}-{:0>2}-{:0>2}".format(*numbers)) if all(numbers) else None
        if found:
            where = Span(span.start + match.start(), span.start + match.end()) if span else None
            return DayReading(PublishedFrom.URL, found, where)
    return None
