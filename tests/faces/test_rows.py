"""Rows: found by id, filtered by party and day, shown with days, origins and counts."""

import io
from dataclasses import replace
from datetime import date

import pytest

from pourparler.core.errors import InputError, UnknownEntryError
from pourparler.core.moment import Anchor, Direction, Origin, TimeExpression
from pourparler.core.reading import Reading
from pourparler.faces.export.shape import KINDS, rows_of
from pourparler.faces.rows.cells import COLUMNS, cells, is_undated
from pourparler.faces.rows.filters import Filter, keep, left_out_words
from pourparler.faces.rows.grid import print_table, table_width
from pourparler.faces.rows.labels import label
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.rows.telling import facts, tellings
from pourparler.faces.rows.times import Basis, time_of
from tests.faces.lausanne import DISPUTES, INSTRUMENTS, LAKE, MEETINGS, POSITIONS, RECORD, STATEMENTS, THURSDAY

LOOKUP = Lookup(RECORD)


def test_short_ids_are_the_shortest_that_name_one_thing() -> None:
    assert LOOKUP.short("m10aa1") == "m10aa"
    assert LOOKUP.short("m40dd4") == "m40dd4"
    assert LOOKUP.find("m10") is MEETINGS[0]
    assert LOOKUP.find(LOOKUP.short("d10aa1")) is DISPUTES[0]


def test_an_id_that_names_nothing_or_two_things_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownEntryError, match="m40dd4, m40dd5"):
        LOOKUP.find("m40dd")
    with pytest.raises(UnknownEntryError, match="Did you mean m10aa"):
        LOOKUP.find("m1oaa")
    with pytest.raises(UnknownEntryError, match="show meetings"):
        LOOKUP.find("###")


def test_a_party_is_found_by_any_of_its_names() -> None:
    assert LOOKUP.party("tehran") == "Iran"
    assert LOOKUP.party("UNITED ST") == "United States"
    with pytest.raises(InputError, match="Did you mean Turkey"):
        LOOKUP.party("Turky")
    with pytest.raises(InputError, match=r"Parties are: Iran, .*Turkey"):
        LOOKUP.party("zzz")


def test_a_meeting_never_takes_the_day_of_its_report() -> None:
    assert time_of(LOOKUP, MEETINGS[3]) is None
    statement = time_of(LOOKUP, STATEMENTS[0])
    assert statement is not None and (statement.start, statement.basis) == (date(2015, 4, 2), Basis.PUBLISHED)
    assert time_of(LOOKUP, DISPUTES[0]) == time_of(LOOKUP, MEETINGS[0])


def test_filters_count_what_they_leave_out() -> None:
    wanted = Filter("Iran", date(2015, 4, 5), date(2015, 5, 1))
    kept, left = keep(LOOKUP, rows_of(LOOKUP, "meetings"), wanted)
    assert [row.id for row in kept if not hasattr(row, "report")] == ["m30cc3"]
    assert (left.other_party, left.other_days, left.undated) == (1, 2, 1)
    assert left_out_words(left, wanted, "meeting") == (
        "Left out: 1 meeting without Iran; 2 of days outside Sun 5 Apr 2015 to Fri 1 May 2015; "
        "1 without a day (a day was asked for)."
    )


def test_filters_reach_every_list() -> None:
    counts = {kind: len(keep(LOOKUP, rows_of(LOOKUP, kind), Filter("Turkey"))[0]) for kind in KINDS}
    assert counts["meetings"] == 2
    assert counts["reports"] == 2
    everything = {kind: len(keep(LOOKUP, rows_of(LOOKUP, kind), Filter())[0]) for kind in KINDS}
    assert everything == {kind: len(getattr(RECORD, kind)) for kind in KINDS}
    since = keep(LOOKUP, rows_of(LOOKUP, "reports"), Filter(since=date(2015, 4, 10)))
    assert [row.report.name for row in since[0] if hasattr(row, "report") and hasattr(row.report, "name")] == [
        "later.txt"
    ]


def test_every_row_of_every_list_fills_its_columns() -> None:
    for kind in KINDS:
        for row in rows_of(LOOKUP, kind):
            line = cells(LOOKUP, row)
            assert len(line) == len(COLUMNS[kind])
            assert all(line), kind


def test_a_meeting_row_tells_precision_origin_state_and_counts() -> None:
    assert cells(LOOKUP, MEETINGS[0]) == (
        "m10aa",
        "Thu 2 Apr 2015 (from 'Thursday', report of 2 Apr)",
        "Talks between Iran and the United States in Lausanne",
        "held",
        "3·3·2",
    )
    assert cells(LOOKUP, MEETINGS[2])[3] == "planned, overdue"
    assert is_undated(LOOKUP, MEETINGS[3])


def test_a_statement_row_keeps_the_day_it_was_said_from_the_day_it_was_reported() -> None:
    assert cells(LOOKUP, STATEMENTS[0])[1] == "reported Thu 2 Apr 2015"
    assert cells(LOOKUP, STATEMENTS[1])[1] == "Sun 5 Apr 2015 (a report without a day)"
    assert cells(LOOKUP, STATEMENTS[1])[2] == "one delegate, via an agency"


def test_labels_name_every_sort_of_thing() -> None:
    assert label(LOOKUP, POSITIONS[0]) == "Iran demands lifting of sanctions"
    assert label(LOOKUP, INSTRUMENTS[0]) == "The outline (Iran, United States)"
    assert label(LOOKUP, DISPUTES[0]) == "place of Talks between Iran and the United States in Lausanne"
    assert label(LOOKUP, replace(MEETINGS[0], round=2, level="expert")) == (
        "The second round of talks at expert level between Iran and the United States in Lausanne"
    )


@pytest.mark.parametrize(("columns", "width"), [(None, 100), (40, 80), (101, 101), (300, 120)])
def test_tables_fit_between_80_and_120_columns(columns: int | None, width: int) -> None:
    assert table_width(columns) == width
    out = io.StringIO()
    for kind in KINDS:
        lines = [cells(LOOKUP, row) for row in rows_of(LOOKUP, kind)]
        print_table(COLUMNS[kind], lines, out, width, colours=False, title=kind)
    assert max(map(len, out.getvalue().splitlines())) <= width
    assert "\x1b" not in out.getvalue()


def test_a_terminal_gets_colours_and_a_hostile_cell_no_markup() -> None:
    out = io.StringIO()
    print_table(COLUMNS["meetings"], [("[red]x[/red]", "a", "b", "c", "d")], out, 80, colours=True)
    assert "\x1b[" in out.getvalue()
    assert "[red]x[/red]" in out.getvalue()


def test_an_account_tells_how_its_day_was_counted() -> None:
    start = LAKE.text.index("Thursday")
    counted = Anchor(date(2015, 4, 1), Origin.DATELINE)
    found = TimeExpression(start, start + 8, "DATE", "2015-04-02", THURSDAY, Direction.PAST, counted)
    reading = Reading(LAKE.id, "by hand", times=(found,))
    first = tellings(LOOKUP, MEETINGS[0], {LAKE.id: reading})[0]
    assert first.day == "Thu 2 Apr 2015 (from 'Thursday', counted from the dateline, Wed 1 Apr 2015)"
    assert first.words[0][1] == "Iran and the United States ended talks in Lausanne on Thursday"
    assert first.words[0][2].startswith(" with an outline.")
    assert tellings(LOOKUP, MEETINGS[0], {})[0].day == "Thu 2 Apr 2015 (from 'Thursday', report of 2 Apr)"


def test_accounts_come_by_day_of_publication_the_undated_last() -> None:
    order = [one.report.name for one in tellings(LOOKUP, MEETINGS[0], {})]
    assert order == ["lake.txt", "copy.txt", "ridge/note.md"]


def test_facts_leave_out_what_is_not_known() -> None:
    told = dict(facts(LOOKUP, POSITIONS[1]))
    assert told["depends on"].startswith("c10aa the end of sanctions")
    assert "since" not in told
    assert dict(facts(LOOKUP, MEETINGS[0]))["led by"] == (
        "John Kerry for United States and Mohammad Javad Zarif for Iran"
    )


def test_a_table_for_a_reader_that_has_gone_is_left_to_its_caller() -> None:
    class Gone(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        print_table(COLUMNS["meetings"], [("m1", "a", "b", "c", "d")], Gone(), 80, colours=False)
