"""Networks window by window: what they are called after people decided, and how they are told over time."""

from datetime import UTC, date, datetime

import pytest

from pourparler.case.networks.referrals import By, Coding
from pourparler.case.networks.windows import Span, Unit
from pourparler.core.judgement import Judgement, Verdict
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.edges import Ask, networks, referrals_of
from pourparler.faces.system.overtime import over_time
from pourparler.faces.system.scenes import Choice, Kind, Sense, telling_of
from pourparler.faces.system.spans import span_of, span_words, window_words
from pourparler.record.view import compute
from tests.faces.system.lake import FORBIDDEN, everything, lake
from tests.record.drafts import hold


def test_issues_go_by_what_people_decided() -> None:
    assert {one.concept for one in referrals_of(lake(), Coding(By.PARTIES)).kept} == {"dam", "survey of the lake"}
    at = datetime(2025, 4, 1, tzinfo=UTC)
    joined = Judgement("j1", Verdict.ISSUES_JOINED, (), "Ann", at, "",
                       names=("a dam", "a survey of the lake"))  # fmt: skip
    named = Judgement("j2", Verdict.ISSUE_NAMED, (), "Ann", at, "", value="works on the lake",
                      names=("a dam",))  # fmt: skip
    asking = Asking(Lookup(compute(hold(*everything(), judgements=(joined, named)))))
    (edge,) = telling_of(asking, Choice()).scene().strands
    assert edge.concepts == ("works on the lake",)
    assert (edge.weight, edge.agreeing, edge.differing, edge.sense) == (0, 1, 1, Sense.BOTH)
    values = networks(asking, Ask()).values
    assert values["congruence"]["edges"][0]["issues"] == ["works on the lake"]


def test_a_scene_of_every_kind_has_what_stands_behind_it() -> None:
    for kind in Kind:
        scene = telling_of(lake(), Choice(kind)).scene()
        assert scene.strands and scene.times
        for one in scene.strands:
            assert one.counts.accounts >= one.times > 0 and one.first and one.last
            assert bool(one.meetings) is (kind is Kind.CONTACTS) is not bool(one.referrals)


def test_windows_are_told_line_by_line_with_their_words() -> None:
    answer = over_time(lake(), Ask(), Unit.DAYS, 1)
    said = "\n".join(line.text for line in answer.lines)
    assert "Tue 4 Mar 2025: 4 statements of 2 actors; 1 edge: Norland — Sudland 1." in said
    assert "Wed 5 Mar 2025: 1 meeting of 2 actors; 1 edge: Norland — Sudland 1." in said
    assert all(line.places for line in answer.lines if "1 edge" in line.text)
    assert answer.values["contacts"][0]["edges"][0]["counts"]["sources"] == 1
    assert not [word for word in FORBIDDEN if word in said.lower()]


def test_one_window_of_a_network() -> None:
    day = Span(date(2025, 3, 4), date(2025, 3, 4))
    answer = networks(lake(), Ask(window=day))
    assert "Tue 4 Mar 2025" in answer.title and answer.values["window"] == {"first": "2025-03-04", "last": "2025-03-04"}
    assert len(answer.values["congruence"]["edges"]) == 1 and answer.values["contacts"]["edges"] == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2025-03-01..2025-03-31", "March 2025"),
        ("2025-01-01..2025-12-31", "2025"),
        ("2025-03-04..2025-03-04", "Tue 4 Mar 2025"),
        ("2025-03-03..2025-03-09", "3 Mar – 9 Mar 2025"),
        ("2024-12-30..2025-01-05", "30 Dec 2024 – 5 Jan 2025"),
        ("9999-12-01..9999-12-31", "December 9999"),
    ],
)
def test_windows_in_words(typed: str, words: str) -> None:
    assert window_words(span_of(typed)) == words and span_words(span_of(typed)) == typed
    assert window_words(None) == "the whole time"


@pytest.mark.parametrize("typed", ["", "2025-03-01", "2025-03-31..2025-03-01", "2025-02-30..2025-03-01", "a..b"])
def test_what_is_no_window(typed: str) -> None:
    with pytest.raises(ValueError):
        span_of(typed)
