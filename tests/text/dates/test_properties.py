"""What must hold for every text: offsets, neighbours that change nothing, the calendar's corners, no clock."""

import ast
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.core.evidence import Span
from pourparler.core.moment import Anchor, Origin, TimeExpression
from pourparler.text import dates, publication
from pourparler.text.dates import find_times
from pourparler.text.dates.almanac import week_value
from pourparler.text.dates.asked import days_of_value
from pourparler.text.dates.lexicon import CLASS
from pourparler.text.publication import find_publication
from tests.text.dates.cases import Case, read_cases

YEARS = range(1998, 2028)
FILLERS = (
    "The harbour was calm.",
    "Nobody answered the telephone.",
    "Two ministers resigned.",
    "“No,” the spokesman said.",
    "Talks had opened on 3 May 2019 in Lima.",
    "Prices rose last year.",
    "The next election is due in 2031.",
    "Ships will sail tomorrow.",
)
WORDS = sorted(CLASS) + [word.capitalize() for word in sorted(CLASS)]
MARKS = (
    "12 31 99 1999 2025 2100 '68 1990s 3rd 2025-02-26 26/02/2025 99/99/9999 10:30 25:61 9 p.m. $48 5% - – , . ( ) "
    "\" “ ” 's \n met will was New Year's Day Christmas"
).split(" ")
DAYS = st.none() | st.dates()


def alone(case: Case) -> bool:
    """True for a case that is one sentence counted from the day of publication: earlier text cannot matter to it."""
    anchor = find_publication(case.text, given=case.published).anchor
    times = find_times(case.text, anchor)
    from_text = any(t.counted_from.origin in (Origin.TEXT, Origin.SPEAKER, Origin.DATELINE) for t in times)
    return case.published is not None and not from_text and ". " not in case.text.rstrip(".")


def parts(case: Case, join: str) -> str:
    """The join itself; a headline without a full stop is a line of its own, or it would run on into the next."""
    return join if case.text.rstrip('"”').endswith((".", "?", "!")) else "\n"


ALONE = [case for case in read_cases() if alone(case)]


def bare(times: tuple[TimeExpression, ...], shift: int) -> list[tuple[object, ...]]:
    """What a time expression says, its offsets moved back by `shift`."""
    return [(t.start - shift, t.end - shift, t.type, t.value, t.when, t.direction, t.clock) for t in times]


def test_enough_cases_stand_alone() -> None:
    assert len(ALONE) >= 100


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(ALONE),
    st.lists(st.sampled_from(FILLERS), max_size=4),
    st.lists(st.sampled_from(FILLERS), max_size=4),
    st.sampled_from((" ", "\n", "\n\n")),
)
def test_text_around_a_sentence_never_changes_its_times(
    case: Case, before: list[str], after: list[str], join: str
) -> None:
    anchor = Anchor(case.published)
    expected, join = bare(find_times(case.text, anchor), 0), parts(case, join)
    head = "".join(filler + join for filler in before)
    text = head + case.text + "".join(join + filler for filler in after)
    own = Span(len(head), len(head) + len(case.text))
    found = tuple(t for t in find_times(text, anchor) if own.overlaps(Span(t.start, t.end)))
    assert bare(found, len(head)) == expected


@pytest.mark.parametrize("filler", FILLERS)
def test_no_single_sentence_beside_any_case_changes_its_times(filler: str) -> None:
    for case in ALONE:
        anchor = Anchor(case.published)
        expected = bare(find_times(case.text, anchor), 0)
        for join in {parts(case, join) for join in (" ", "\n", "\n\n")}:
            shift = len(filler) + len(join)
            own = Span(shift, shift + len(case.text))
            after = find_times(filler + join + case.text, anchor)
            assert bare(tuple(t for t in after if own.overlaps(Span(t.start, t.end))), shift) == expected, case.line
            before = find_times(case.text + join + filler, anchor)
            assert bare(tuple(t for t in before if t.start < len(case.text)), 0) == expected, case.line


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS) | st.sampled_from(MARKS) | st.text(max_size=4), max_size=30), DAYS, st.booleans()
)
def test_offsets_hold_on_any_text(words: list[str], day: date | None, spaced: bool) -> None:
    text = (" " if spaced else "").join(words)
    end = 0
    for time in find_times(text, Anchor(day)):
        assert end <= time.start < time.end <= len(text)
        end = time.end
        assert time.value and time.type in {"DATE", "TIME", "DURATION", "SET"}
        if time.when is not None:
            assert time.when.said == text[time.start : time.end]
            if time.when.start and time.when.end:
                assert time.when.start <= time.when.end


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_a_publication_is_found_in_any_text_or_none(text: str) -> None:
    found = find_publication(text)
    assert all(0 <= span.start < span.end <= len(text) for span in found.lines)
    if found.span:
        assert text[found.span.start : found.span.end].strip()


@pytest.mark.parametrize("year", YEARS)
def test_the_corners_of_a_year(year: int) -> None:
    def value(words: str, day: date) -> str:
        return find_times(f"It happened {words} there.", Anchor(day))[0].value

    new_year, last = date(year, 1, 1), date(year, 12, 31)
    assert value("yesterday", new_year) == f"{year - 1}-12-31"
    assert value("tomorrow", last) == f"{year + 1}-01-01"
    assert value("last month", new_year) == f"{year - 1}-12"
    assert value("last year", last) == str(year - 1)
    assert value("on Dec. 30", date(year, 1, 3)) == f"{year - 1}-12-30"
    march = date(year, 3, 1)
    before = march - timedelta(days=1)
    assert value("yesterday", march) == before.isoformat()
    leap = year - 1 if year % 4 == 1 else year - 2 if year % 4 == 2 else year - 3 if year % 4 == 3 else year
    assert value("on 29 February", date(year, 3, 2)) == f"{leap}-02-29"


@pytest.mark.parametrize("year", YEARS)
def test_weeks_at_the_turn_of_a_year_are_iso_weeks(year: int) -> None:
    for day in (date(year, 12, 28) + timedelta(days=step) for step in range(9)):
        (time,) = find_times("They met last week.", Anchor(day))
        before = day - timedelta(days=7)
        assert time.value == week_value(before)
        assert time.when and time.when.start and time.when.end
        assert time.when.start.weekday() == 0 and time.when.start <= before <= time.when.end
        assert days_of_value(time.value) == (time.when.start, time.when.end)
    assert any(day.isocalendar().week == 53 for day in (date(2020, 12, 31), date(2026, 12, 31)))


@settings(max_examples=300, deadline=None)
@given(st.dates(date(1900, 1, 8), date(2100, 1, 1)), st.integers(0, 6))
def test_a_bare_weekday_is_the_nearest_past_or_coming_today_included(day: date, weekday: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
    (past,) = find_times(f"They met on {name}.", Anchor(day))
    (coming,) = find_times(f"They will meet on {name}.", Anchor(day))
    assert past.when and past.when.start and coming.when and coming.when.start
    assert past.when.start.weekday() == coming.when.start.weekday() == weekday
    assert 0 <= (day - past.when.start).days <= 6
    assert 0 <= (coming.when.start - day).days <= 6


def sources() -> list[Path]:
    """The files of the dates room and of the publication day."""
    return [*Path(dates.__path__[0]).glob("*.py"), Path(str(publication.__file__))]


def test_no_code_of_the_dates_asks_for_the_time() -> None:
    asking = {
        "now",
        "utcnow",
        "today",
        "time",
        "localtime",
        "gmtime",
        "fromtimestamp",
        "monotonic",
        "time_ns",
        "getmtime",
    }
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                assert called not in asking, f"{path.name} calls {called}"
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [alias.name for alias in node.names]
                assert "time" not in names and getattr(node, "module", "") not in ("time", "os")


def test_results_do_not_depend_on_the_day_of_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    cases = read_cases()

    def run() -> list[object]:
        anchors = [find_publication(case.header + case.text, url=case.url, given=case.published) for case in cases]
        return [(p, find_times(case.text, p.anchor)) for p, case in zip(anchors, cases, strict=True)]

    first = run()

    class Later(datetime):
        """A clock that stands in another century."""

        @classmethod
        def now(cls, tz: object = None) -> "Later":
            return cls(2099, 12, 31)

    monkeypatch.setattr("datetime.datetime", Later)
    monkeypatch.setattr("time.time", lambda: 4_102_444_800.0)
    assert run() == first
