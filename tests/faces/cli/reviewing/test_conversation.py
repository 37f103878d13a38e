"""The conversation: what each key does, and what the page says of it."""

from dataclasses import replace

import pytest

from pourparler.core.entry import Ask
from pourparler.core.judgement import Verdict
from pourparler.core.vocabulary import EntryKind
from pourparler.faces.cli.reviewing.conversation import Conversation
from pourparler.faces.cli.reviewing.keys import BACKSPACE, DOWN, ENTER, ESCAPE, UP
from pourparler.faces.cli.reviewing.session import Session
from pourparler.record.reviewing.question import Asked
from pourparler.record.reviewing.queue import queue
from tests.faces.cli.reviewing.table import LOOKUP, RECORD, ListDesk, Pages, talk

TOTAL = len(queue(RECORD))


def test_the_first_page_asks_the_hardest_question_with_its_words_and_keys() -> None:
    page = talk(pages=Pages(100, 30))[0].pages[0]
    assert page.startswith(f"1 of {TOTAL} · meeting")
    assert "Are these two meetings one and the same?" in page
    assert "Why: the merge kept them apart, 0.50 from deciding otherwise; it weighed: the same party" in page
    assert "Quay Daily, Tue 11 Mar 2025" in page
    whole = " ".join(page.split())
    assert "«met the mayor over lunch»" in whole and "«The mayor received the union»" in whole
    assert "a one and the same   x two different ones   space skip" in page


@pytest.mark.parametrize(("key", "verdict"), [("a", "same"), ("s", "same"), ("x", "different"), ("d", "different")])
def test_an_answer_is_kept_at_once_and_the_next_question_comes(key: str, verdict: str) -> None:
    pages, desk = talk(key)
    assert [judgement.verdict for act in desk.acts for judgement in act] == [Verdict(verdict)]
    assert desk.acts[0][0].because == "as a rule"
    assert pages.pages[-1].startswith(f"2 of {TOTAL} · instrument") and "1 decided" in pages.pages[-1]
    assert "Kept: " in pages.pages[-1] and "u takes it back" in pages.pages[-1]


def test_same_and_different_mean_nothing_where_nothing_is_compared() -> None:
    pages, desk = talk(" ", "s", "d")
    assert not desk.acts and "Nothing is compared here" in pages.pages[-1]


def test_backspace_goes_back_and_withdraws_what_was_decided_there() -> None:
    pages, desk = talk("a", BACKSPACE)
    assert not desk.acts and len(desk.taken_back) == 1
    assert pages.pages[-1].startswith("1 of") and "what was decided here is withdrawn" in pages.pages[-1]
    pages, desk = talk("a", " ", BACKSPACE)
    assert len(desk.acts) == 1 and pages.pages[-1].startswith("2 of")
    assert "nothing was decided here" in pages.pages[-1]
    assert "This is the first question" in talk(BACKSPACE)[0].pages[-1]


def test_undo_takes_back_the_last_decision_and_asks_it_again() -> None:
    pages, desk = talk("a", "x", " ", " ", "u")
    assert [act[0].verdict for act in desk.acts] == [Verdict.SAME]
    assert pages.pages[-1].startswith("2 of")
    pages, desk = talk("a", "x", " ", "u", "u")
    assert not desk.acts and len(desk.taken_back) == 2 and pages.pages[-1].startswith("1 of")
    assert "Nothing is decided in this session" in talk("u")[0].pages[-1]


def test_what_an_answer_settles_is_passed_over() -> None:
    talks = RECORD.meetings[2]
    join = Ask(talks.id, talks.id, EntryKind.MEETING, 0.1, (), (talks.accounts[0].id, talks.accounts[1].id))
    record = replace(RECORD, asks=(join, *RECORD.asks))
    session = Session(queue(record), (), ListDesk())
    assert [question.asked for question in session.questions[:4]] == [Asked.JOIN, Asked.PAIR, *[Asked.DISPUTE] * 2]
    order = {question.asked: question for question in session.questions}
    pair = session.questions[1]
    entries = [each for each in session.questions if each.asked is Asked.ENTRY and each.entries[0] in pair.entries]
    session = Session((*entries, pair, order[Asked.DISPUTE]), (), ListDesk())
    assert session.answer(False, "") == 0
    assert session.answer(False, "") == 1, "what is rejected need not be compared"
    assert session.question is order[Asked.DISPUTE]


def test_a_note_is_kept_with_the_next_answer_only() -> None:
    pages, desk = talk("n", *"so said the clerkk", BACKSPACE, ENTER, "a", "a")
    assert [act[0].because for act in desk.acts] == ["so said the clerk", "as a rule"]
    assert "Note: so▏" in pages.pages[3]
    assert talk("n", "q", ESCAPE, "a")[1].acts[0][0].because == "as a rule"


def test_the_words_open_and_close() -> None:
    closed, opened, again = (" ".join(talk(" ", *keys)[0].pages[-1].split()) for keys in ("", "o", "oo"))
    assert "… ended a first round" in closed and "The Dockers Union and the Port Authority ended" in opened
    assert "subject: pay" in opened and "subject: pay" not in closed
    assert "… ended a first round" in again


def test_help_shows_every_key_and_any_key_leaves_it() -> None:
    pages, desk = talk("?", "a")
    assert "backspace" in pages.pages[1] and "Any key goes back" in pages.pages[1]
    assert pages.pages[2].startswith("1 of") and not desk.acts


def test_q_and_the_end_of_the_keys_leave() -> None:
    assert len(talk("q", "a")[0].pages) == 1
    assert len(talk("a")[0].pages) == 2


def test_an_unknown_key_says_so() -> None:
    assert "? shows the keys" in talk("z")[0].pages[-1]


def test_a_record_that_is_busy_keeps_the_question() -> None:
    desk = ListDesk()
    desk.is_busy = True
    pages, _ = talk("a", desk=desk)
    assert pages.pages[-1].startswith("1 of")
    assert "Not kept: The record is being written by another program. Try again." in pages.pages[-1]


def test_the_end_of_the_queue_says_what_was_done_and_lets_go_back() -> None:
    pages, desk = talk("a", "x", *" " * TOTAL, "a")
    assert "The end of the queue" in pages.pages[-1] and "2 questions decided" in pages.pages[-1]
    assert "Nothing is left to answer" in pages.pages[-1] and len(desk.acts) == 2
    pages, _ = talk(*" " * TOTAL, BACKSPACE)
    assert pages.pages[-1].startswith(f"{TOTAL} of {TOTAL}")


@pytest.mark.parametrize(("width", "height"), [(40, 24), (40, 10), (20, 6), (200, 60)])
def test_every_page_fits_the_terminal(width: int, height: int) -> None:
    pages, _ = talk("o", DOWN, DOWN, UP, "?", DOWN, " ", "n", *"a long note " * 9, ENTER, *" a" * TOTAL,
                    pages=Pages(width, height))  # fmt: skip
    assert len(pages.pages) > TOTAL
    if (width, height) == (40, 24):
        assert "a yes   x no   space skip   ? keys" in pages.pages[0]


def test_a_page_too_long_can_be_moved() -> None:
    pages, _ = talk(DOWN, DOWN, *[UP] * 5, pages=Pages(60, 14))
    assert "more (arrow keys)" in pages.pages[0]
    assert pages.pages[0] != pages.pages[2] and pages.pages[0] == pages.pages[-1]


def test_the_page_is_laid_out_again_when_the_terminal_changes() -> None:
    pages = Pages(80, 24)

    class Shrinking:
        def __init__(self) -> None:
            self.asked = 0

        def read(self, wait: float) -> str | None:
            self.asked += 1
            if self.asked == 2:
                pages.width = 40
            return "q" if self.asked > 2 else None

    Conversation(LOOKUP, Session(queue(RECORD), (), ListDesk()), pages).hold(Shrinking())
    assert len(pages.pages) == 2 and pages.pages[1] != pages.pages[0]
