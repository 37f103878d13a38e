"""Which entries touch an issue: by the forms of its words."""

from dataclasses import replace

import pytest

from pourparler.core.errors import InputError
from pourparler.faces.rows.issues import Issue
from pourparler.faces.rows.lookup import Lookup
from tests.faces.lausanne import CONDITIONS, DISPUTES, INSTRUMENTS, MEETINGS, POSITIONS, RECORD


def touched(typed: str) -> set[str]:
    """The ids of what touches an issue in the record of Lausanne."""
    issue = Issue(Lookup(RECORD), typed)
    return {one.id for one in (*Lookup(RECORD).entries, *RECORD.disputes) if issue.touches(one)}


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("sanctions", {"p10aa1", "c10aa1"}),
        ("Sanction", {"p10aa1", "c10aa1"}),
        ("lift sanction", {"p10aa1"}),
        ("the lifting of the sanctions", {"p10aa1"}),
        ("inspectors", {"c10aa1"}),
        ("enrichment", {"i10aa1", "m10aa1", "d10aa1"}),
        ("outlines", {"i10aa1"}),
    ],
)
def test_any_form_of_the_words_finds_it_and_every_word_must_stand_in_one_phrase(typed: str, ids: set[str]) -> None:
    assert touched(typed) == ids


def test_positions_conditions_documents_meetings_and_their_disputes() -> None:
    issue = Issue(Lookup(RECORD), "enrichment")
    assert issue.touches(MEETINGS[0]) and issue.touches(INSTRUMENTS[0]) and issue.touches(DISPUTES[0])
    assert not issue.touches(CONDITIONS[0]) and not issue.touches(POSITIONS[0])
    assert not issue.touches(RECORD.actors[0]) and not issue.touches(RECORD.reports[0])


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("sanctoins", "Near it are: lifting of sanctions; the end of sanctions"),
        ("sanctions on grain", "Near it are: lifting of sanctions; the end of sanctions"),
        ("zebra", "Issues are, most reported first: enrichment; the outline;"),
        ("", "Issues are, most reported first: enrichment; the outline;"),
    ],
)
def test_what_nothing_touches_is_an_error_with_near_issues(typed: str, near: str) -> None:
    with pytest.raises(InputError) as raised:
        Issue(Lookup(RECORD), typed)
    assert raised.value.todo.startswith(near)


def test_a_record_without_issues_says_so() -> None:
    bare = replace(RECORD, positions=(), conditions=(), instruments=())
    with pytest.raises(InputError) as raised:
        Issue(Lookup(bare), "zebra")
    assert "no positions, conditions or documents" in raised.value.todo
