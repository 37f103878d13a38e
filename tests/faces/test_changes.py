"""Changes as text, as plain values and as a feed."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree

import pytest

from pourparler.core.entry import CaseRecord
from pourparler.core.judgement import Judgement, Verdict
from pourparler.faces.changes.feed import atom
from pourparler.faces.changes.plain import as_text, sections
from pourparler.faces.changes.shape import changes_values
from pourparler.faces.changes.sight import Sight
from pourparler.faces.export.json import encode
from pourparler.record.changes import compare
from pourparler.record.view import compute
from tests.record.drafts import NORLAND, draft, geneva_talks, hold

ATOM = "{http://www.w3.org/2005/Atom}"


def at(day: str | None, **more: Any) -> CaseRecord:
    return compute(hold(*geneva_talks(), **more), date.fromisoformat(day) if day else None)


def text(before: CaseRecord, after: CaseRecord) -> str:
    return as_text(Sight(compare(before, after)), "Changes").decode()


def test_a_newer_state_is_told_with_its_report_and_words() -> None:
    shown = text(at("2025-03-03"), at("2025-03-05"))
    assert "CHANGED MEETINGS (1)" in shown
    assert "status: postponed → held" in shown
    assert "Wire, 5 Mar 2025: “Delegations of Norland and Sudland met”" in shown
    assert "NEW INSTRUMENTS (1)" in shown and "REPORTS THAT CAME (1)\n  Wire (5 Mar 2025)" in shown


def test_states_taken_on_the_way_are_told() -> None:
    assert "status: planned → postponed → held" in text(at("2025-03-01"), at("2025-03-05"))
    assert "status: held → postponed" in text(at("2025-03-05"), at("2025-03-03"))


def test_a_new_stance_tells_the_one_it_moved_from() -> None:
    first = draft("a.txt", "2025-03-01", "Norland rejects a truce at sea.")
    first.stands("Norland rejects a truce at sea", "rejects", "a truce at sea", NORLAND)
    second = draft("b.txt", "2025-03-09", "Norland now accepts a truce at sea.")
    second.stands("Norland now accepts a truce at sea", "accepts", "a truce at sea", NORLAND)
    shown = text(compute(hold(first)), compute(hold(first, second)))
    assert "NEW POSITIONS (1)" in shown and "moved from p" in shown and "Norland rejects a truce at sea" in shown


def test_nothing_changed_is_nothing_shown() -> None:
    assert text(at("2025-03-05"), at("2025-03-05")) == ""


def test_what_was_only_told_again_comes_last_with_its_counts() -> None:
    sight = Sight(compare(at("2025-03-05"), at("2025-03-06")))
    assert [one.heading for one in sections(sight)] == ["Told again"]
    assert "also told by Daily (6 Mar 2025); acc·rep·src: 3·3·3 → 4·4·3" in as_text(sight, "Changes", 400).decode()


def test_a_day_gone_by_says_so() -> None:
    [planned, *_] = geneva_talks()
    before, after = (compute(hold(planned), date.fromisoformat(day)) for day in ("2025-03-02", "2025-03-10"))
    assert "overdue: its day has gone by" in text(before, after)
    assert "overdue no more" in text(after, before)


def test_who_decided_is_told_where_no_report_brought_it() -> None:
    plain = at("2025-03-05")
    ids = tuple(account.id for account in plain.meetings[0].accounts)
    made = Judgement("j", Verdict.CORRECTED, ids, "Kim", datetime(2025, 6, 1, tzinfo=UTC), "seen", "place", "Bern")
    shown = text(plain, at("2025-03-05", judgements=(made,)))
    assert "place: + Bern; − Geneva, Switzerland" in shown
    assert "corrected: + place to Bern by Kim on Sun 1 Jun 2025: seen" in shown


def test_who_rejected_and_who_took_it_back_is_told() -> None:
    plain = at("2025-03-05")
    ids = tuple(account.id for account in plain.instruments[0].accounts)
    made = Judgement("j", Verdict.REJECTED, ids, "Kim", datetime(2025, 6, 1, tzinfo=UTC), "no accord")
    rejected = at("2025-03-05", judgements=(made,))
    there, back = text(plain, rejected), text(rejected, plain)
    assert "WITHDRAWN INSTRUMENTS (1)" in there and "rejected by Kim on Sun 1 Jun 2025: no accord" in there
    assert "NEW INSTRUMENTS (1)" in back and "taken back: rejected by Kim" in back


def test_long_lists_are_cut_and_the_cut_is_said() -> None:
    sayings = [f"boat number {number} sailed" for number in range(30)]
    told = draft("a.txt", "2025-03-01", ". ".join(sayings))
    for words in sayings:
        told.says(words, "Ann Lee")
    sight = Sight(compare(compute(hold()), compute(hold(told))))
    assert "NEW STATEMENTS (30)" in as_text(sight, "Changes").decode()
    assert "… and 10 more" in as_text(sight, "Changes").decode()
    assert "more (" not in as_text(sight, "Changes", everything=True).decode()


def test_as_values_every_change_names_its_fields_and_words() -> None:
    after = at("2025-03-05")
    values = json.loads(encode(changes_values(Sight(compare(at("2025-03-03"), after)))))
    assert values["changed"] and [one["report"] for one in values["reports"]["came"]] == ["3.txt"]
    [meeting] = [one for one in values["entries"] if one["kind"] == "meeting"]
    assert (meeting["change"], meeting["newest_report"]) == ("changed", "2025-03-05")
    assert (meeting["before"]["status"], meeting["after"]["status"]) == ("postponed", "held")
    [status] = [one for one in meeting["fields"] if one["field"] == "status"]
    texts = {view.report.name: view.report.text for view in after.reports}
    for place in (*status["told_by"], *meeting["told_by"]):
        assert texts[place["report"]][place["start"] : place["end"]] == place["text"]
    assert not json.loads(encode(changes_values(Sight(compare(after, after)))))["changed"]


def feed(before: CaseRecord, after: CaseRecord) -> ElementTree.Element:
    return ElementTree.fromstring(atom(Sight(compare(before, after))))


def told(element: ElementTree.Element, *path: str) -> str:
    return element.findtext("/".join(ATOM + step for step in path)) or ""


def test_a_feed_has_what_atom_asks_for() -> None:
    shown = feed(at("2025-03-03"), at("2025-03-05"))
    entries = shown.findall(f"{ATOM}entry")
    assert shown.tag == f"{ATOM}feed" and entries
    assert told(shown, "updated") == "2025-03-05T00:00:00Z" and told(shown, "id").startswith("urn:uuid:")
    for entry in entries:
        assert told(entry, "title") and told(entry, "content") and told(entry, "author", "name") == "Wire"
        assert told(entry, "updated") == "2025-03-05T00:00:00Z"
    ids = [told(entry, "id") for entry in entries]
    assert len(set(ids)) == len(ids) and all(one.startswith("urn:uuid:") for one in ids)


def test_a_change_keeps_its_id_whatever_day_is_asked_from() -> None:
    wide = {told(one, "id"): told(one, "title") for one in feed(at("2025-02-01"), at("2025-03-05"))[4:]}
    narrow = [one for one in feed(at("2025-03-03"), at("2025-03-05"))[4:] if told(one, "title").startswith("New")]
    assert narrow and all(wide[told(one, "id")] == told(one, "title") for one in narrow)
    assert atom(Sight(compare(at("2025-03-03"), at("2025-03-05")))) == atom(
        Sight(compare(at("2025-03-03"), at("2025-03-05")))
    )


HOSTILE = "Ann <b>Lee</b> & \x00\x1b[2J \ufffe \u202e ]]> \ud800 said that boats sail"


@pytest.mark.parametrize("day", ["2025-03-01", None])
def test_words_that_would_break_a_feed_are_only_words(day: str | None) -> None:
    hostile = draft("<a&b>.txt", day, HOSTILE, 'The "<Wire>" & Sons')
    hostile.says(HOSTILE, "<script>alert(1)</script>")
    hostile = replace(hostile, name="\x07<a>")
    record = replace(compute(hold(hostile)), name="<case> & \x00")
    shown = feed(compute(hold()), record)
    [entry] = shown.findall(f"{ATOM}entry")
    assert "<b>Lee</b> &" in told(entry, "content") and "\u202e" not in told(entry, "content")
    assert told(entry, "author", "name") == 'The "<Wire>" & Sons'
    assert told(entry, "updated") == (f"{day}T00:00:00Z" if day else "1970-01-01T00:00:00Z")
    encode(changes_values(Sight(compare(compute(hold()), record))))
    assert "\x1b" not in text(compute(hold()), record)


def test_a_feed_without_changes_is_dated_by_the_latest_report() -> None:
    shown = feed(at("2025-03-05"), at("2025-03-05"))
    assert not shown.findall(f"{ATOM}entry") and told(shown, "updated") == "2025-03-05T00:00:00Z"
