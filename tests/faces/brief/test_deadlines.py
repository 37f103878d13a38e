"""Deadlines that have not passed stand among what comes next."""

from dataclasses import replace
from datetime import date

from pourparler.core.moment import Precision, When
from pourparler.faces.brief.deadlines import last_day, still_open
from pourparler.faces.brief.paper import Wanted
from pourparler.faces.brief.plain import as_plain
from pourparler.faces.brief.writing import write_brief
from pourparler.faces.rows.lookup import Lookup
from tests.faces.lausanne import CONDITIONS, INSTRUMENTS, MEETINGS, RECORD

JUNE = When(None, date(2015, 6, 30), Precision.SPAN, "the end of June")


def test_a_deadline_is_told_with_its_wording_and_the_words() -> None:
    due = replace(INSTRUMENTS[0], deadline=JUNE)
    written = write_brief(Lookup(replace(RECORD, instruments=(due,))), Wanted())
    text = as_plain(written, 10_000)
    assert "Deadlines that have not passed" in text
    assert (
        "Until Tue 30 Jun 2015 (“the end of June”), in the words of Harbour Wire: "
        "“The outline is to be signed as a full text at the end of June”." in text
    )


def test_what_has_passed_is_none_and_one_day_in_one_wording_is_told_once() -> None:
    lookup = Lookup(RECORD)
    assert last_day(lookup) == date(2015, 4, 20)
    passed = replace(CONDITIONS[0], deadline=replace(JUNE, end=date(2015, 4, 19)))
    both = (replace(CONDITIONS[0], deadline=JUNE), replace(INSTRUMENTS[0], deadline=JUNE))
    assert still_open(lookup, (passed, *both, INSTRUMENTS[0])) == [both[0]]
    assert last_day(Lookup(replace(RECORD, as_of=date(2015, 4, 3)))) == date(2015, 4, 3)
    assert last_day(Lookup(replace(RECORD, reports=()))) is None


def test_a_meeting_by_a_deadline_is_not_told_again_as_one_without_a_day() -> None:
    bound = replace(MEETINGS[4], deadline=JUNE)
    written = write_brief(Lookup(replace(RECORD, meetings=(bound,), disputes=())), Wanted())
    coming = next(one for one in written.sections if one.anchor == "next")
    assert [group.heading for group in coming.groups] == ["Deadlines that have not passed"]
    assert not coming.more
