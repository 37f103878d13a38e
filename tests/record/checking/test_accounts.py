"""Each rule of accounts, broken, is found."""

from dataclasses import replace
from datetime import date
from typing import Any

from pourparler.core.account import Account, Voice
from pourparler.core.evidence import Span
from pourparler.core.moment import Precision, When
from pourparler.core.reading import MeetingFrame
from pourparler.core.vocabulary import EntryKind
from pourparler.record.check import check_accounts
from tests.record.checking.edited import told
from tests.record.drafts import geneva_talks, hold

HOLDINGS = hold(*geneva_talks())
MEETING = next(one for one in HOLDINGS.accounts if one.kind is EntryKind.MEETING and one.report == "r-1.txt")


def problems(changed: Account, **more: Any) -> list[str]:
    """What is found when the account of a meeting in the first report is this."""
    accounts = tuple(changed if one is MEETING else one for one in HOLDINGS.accounts)
    return [told(problem) for problem in check_accounts(replace(HOLDINGS, accounts=accounts, **more))]


def told_with(**fields: Any) -> Account:
    """The account with other fields."""
    assert isinstance(MEETING.fields, MeetingFrame)
    return replace(MEETING, fields=replace(MEETING.fields, **fields))


def test_good_accounts_have_no_fault() -> None:
    assert problems(MEETING) == []


def test_an_id_that_two_have_is_found() -> None:
    other = next(one for one in HOLDINGS.accounts if one.kind is EntryKind.STATEMENT)
    assert f"account {other.id}: 2 accounts have this id" in problems(replace(MEETING, id=other.id))


def test_a_report_that_is_not_there_is_found() -> None:
    assert f"account {MEETING.id}: its report r-none is not in the record" in problems(
        replace(MEETING, report="r-none")
    )
    lost = replace(HOLDINGS.wordings[0], report="r-none")
    assert problems(MEETING, wordings=(lost,)) == ["mention of Norland: its report r-none is not in the record"]


def test_an_account_without_words_or_with_others_is_found() -> None:
    assert problems(replace(MEETING, evidence=())) == [f"account {MEETING.id}: it has no evidence"]
    [words] = MEETING.evidence
    for broken in (replace(words, text="x"), replace(words, start=words.end), replace(words, end=9_999)):
        [problem] = problems(replace(MEETING, evidence=(broken,)))
        assert "its words do not stand at" in problem


def test_words_from_what_is_no_news_are_found() -> None:
    banner = replace(HOLDINGS.reports[0], not_news=(Span(0, 400),))
    found = problems(MEETING, reports=(banner, *HOLDINGS.reports[1:]))
    assert len(found) == 4 and all("is marked as no news" in problem for problem in found)


def test_a_voice_that_is_two_is_found() -> None:
    for voice, said in (
        (Voice(outlet=True, speaker="Ann Lee"), "in the outlet's own voice and in another's"),
        (Voice(outlet=False, speaker="Ann Lee", anonymous=True), "its speaker is named and not named"),
    ):
        [problem] = problems(replace(MEETING, voice=voice))
        assert said in problem


def test_fields_outside_the_text_are_found() -> None:
    [problem] = problems(told_with(agenda=(Span(5, 5),)))
    assert "a field lies at 5–5, outside the text of 1.txt" in problem


def test_a_time_that_ends_before_it_begins_is_found() -> None:
    first, last = date(2025, 3, 3), date(2025, 3, 5)
    [problem] = problems(told_with(when=When(last, first, Precision.SPAN, "then")))
    assert "its time ends on 2025-03-03 and begins on 2025-03-05" in problem
    [problem] = problems(told_with(deadline=When(first, last, Precision.DAY, "then")))
    assert "its time is called a day and runs from 2025-03-03 to 2025-03-05" in problem
    assert problems(told_with(when=When(None, last, Precision.DAY, "by then"))) == []


def test_a_group_of_two_kinds_is_found() -> None:
    accounts = [replace(one, group="g") for one in HOLDINGS.accounts if one.report == "r-3.txt"]
    found = [told(problem) for problem in check_accounts(replace(HOLDINGS, accounts=tuple(accounts)))]
    assert len(found) == 2 and all("its reading joins it with" in problem for problem in found)
