"""Near copies of one text, and how many independent sources stand behind an entry."""

import random
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.core.evidence import Span
from pourparler.core.report import Report
from pourparler.record import copies
from pourparler.record.copies import Copying, find_copies
from pourparler.record.sources import count
from tests.record.drafts import Draft, draft


def prose(seed: int, words: int = 120) -> str:
    """Words at random, the same for the same seed."""
    mix = random.Random(seed)
    return " ".join(mix.choice("ice net boat quota crew port law tide cod fog rope salt".split()) for _ in range(words))


def test_a_shortened_copy_under_a_new_head_is_linked_to_the_earliest() -> None:
    wire = draft("wire", "2025-03-01", prose(1))
    copy = draft("copy", "2025-03-02", "Own headline here. " + prose(1)[: len(prose(1)) * 2 // 3])
    other = draft("other", "2025-03-02", prose(2))
    again = draft("again", "2025-03-03", prose(1) + " and a word more")
    copies = find_copies([each.report for each in (wire, copy, other, again)])
    assert copies.of == {"r-copy": "r-wire", "r-again": "r-wire"}
    assert copies.text == {"r-wire": "r-wire", "r-copy": "r-wire", "r-other": "r-other", "r-again": "r-wire"}


def test_a_chain_of_copies_is_one_text() -> None:
    body = prose(3, 300)
    half = len(body) // 2
    parts = [body[: half + 200], body, body[half - 200 :]]
    reports = [draft(str(n), f"2025-03-0{n + 1}", part).report for n, part in enumerate(parts)]
    assert set(find_copies(reports).text.values()) == {"r-0"}


def test_banners_and_short_notes_make_no_copies() -> None:
    banner = prose(4)
    one = draft("a", "2025-03-01", f"{banner} {prose(5)}")
    two = draft("b", "2025-03-01", f"{banner} {prose(6)}")
    marked = [replace(each.report, not_news=(Span(0, len(banner)),)) for each in (one, two)]
    assert find_copies(marked).of == {}
    notes = [draft(name, "2025-03-01", "They met again on Monday, officials said.").report for name in ("c", "d")]
    assert find_copies(notes).of == {}


def sources(*drafts: Draft) -> int:
    reports = {each.report.id: each.report for each in drafts}
    accounts = [account for each in drafts for account in each.accounts.accounts if account.kind == "meeting"]
    counts = count(accounts, reports, find_copies(reports.values()).text)
    assert (counts.accounts, counts.reports) == (len(accounts), len(reports))
    return counts.sources


def told(name: str, words: str, outlet: str, via: str = "") -> Draft:
    each = draft(name, "2025-03-01", f"{name} begins. {words} ends {name}.", outlet)
    if via:
        each.says(words, None, via=(via,))
    return each.meets(words, "talks", "held", "2025-03-01")


def test_reports_of_their_own_are_sources_of_their_own() -> None:
    assert sources(told("a", "they met in the port", "Post"), told("b", "there was a meeting", "Times")) == 2


def test_the_same_long_words_are_one_source() -> None:
    words = "the two met in the port for six hours behind closed doors"
    assert sources(told("a", words, "Post"), told("b", words, "Times")) == 1
    assert sources(told("a", "they met", "Post"), told("b", "they met", "Times")) == 2


def test_what_one_agency_told_is_one_source() -> None:
    one, two = told("a", "they met in the port", "Post", "Wire"), told("b", "there was a meeting", "Times", "Wire")
    assert sources(one, two) == 1
    assert sources(one, told("c", "delegations sat down", "Wire")) == 1
    assert sources(one, two, told("d", "boats came in", "Herald")) == 2
    assert sources(one, told("e", "there was a meeting", "Times", "Other")) == 2


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_copies_are_the_same_however_reports_come_and_go(data: Any) -> None:
    """Also where more texts than are looked at share a run of words, and one pushes another out."""
    reports = []
    for number in range(9):
        text = f"{prose(data.draw(st.integers(1, 3)))} {prose(10 + number, 50)}"
        reports.append(draft(f"{number}", f"2025-03-0{data.draw(st.integers(1, 4))}", text).report)
    moves = data.draw(st.lists(st.tuples(st.integers(0, 8), st.booleans()), min_size=1, max_size=20))
    with patch.object(copies, "HOLDERS", 2):
        copying = Copying()
        there: dict[str, Report] = {}
        for number, settles in (*moves, (0, True)):
            report = reports[number]
            if there.pop(report.id, None):
                copying.drop(report.id)
            else:
                there[report.id] = report
                copying.put(report)
            if settles:
                assert copying.settle() == find_copies(there.values())


def test_what_newcomers_push_out_of_sight_is_no_origin_any_more() -> None:
    """Six earlier texts each have a sixth of a text and of its copy: too little for an origin, enough to come first."""
    sixths = [" ".join(f"{letter}{number}" for number in range(80)) for letter in "abcdef"]
    whole = [draft(name, f"2025-03-0{day}", " ".join(sixths)).report for name, day in (("wire", 5), ("copy", 6))]
    others = [draft(f"o{n}", "2025-03-01", f"{part} {prose(20 + n, 900)}").report for n, part in enumerate(sixths)]
    with patch.object(copies, "HOLDERS", 1):
        copying = Copying()
        for report in whole:
            copying.put(report)
        assert copying.settle().of == {"r-copy": "r-wire"}
        for report in others:
            copying.put(report)
            copying.settle()
        assert copying.settle() == find_copies([*whole, *others])
        assert "r-copy" not in copying.settle().of
