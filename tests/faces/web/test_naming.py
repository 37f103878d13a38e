"""Forms that decide on issues: named, joined, parted; what they refuse; the page shows the change at once."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pourparler.case.issues.gathering import gather
from pourparler.case.issues.issue import Issue
from pourparler.core.judgement import Verdict
from pourparler.faces.web.server.site import Site
from pourparler.faces.web.templating import environment
from pourparler.record.carrying import carry
from pourparler.record.judging import Signature, name_issue
from pourparler.record.opening import open_store
from pourparler.record.view import compute
from tests.faces.web.test_review import client, place, site, stands

__all__ = ["client", "place", "site"]


def issues(site: Site) -> dict[str, Issue]:
    """The issues as the pages have them now, by name."""
    with closing(site.snapshot(None)) as snapshot:
        return {one.name: one for one in site.asking(snapshot).issues.issues}


def post(client: TestClient, site: Site, deed: str, **fields: str) -> str:
    """Send the form of a deed; the page that comes of it."""
    told = client.post(f"/acts/{deed}", data={"token": site.token, "back": "/review/log", **fields})
    assert told.status_code == 200, told.text[:500]
    return told.text


def test_an_issue_is_named_and_the_name_taken_back(client: TestClient, site: Site, place: Path) -> None:
    pay = issues(site)["pay"]
    page = post(client, site, "name-issue", issue=pay.id, name=" Pay of  dockers ", because="as both say")
    assert "named the issue of “pay”" in page and "as both say" in page
    assert f'<a href="/issues/{pay.id}">Pay of dockers</a>' in page
    named = issues(site)["Pay of dockers"]
    assert (named.id, named.phrases, named.named_by) == (pay.id, pay.phrases, "tester")
    (made,) = stands(place)
    assert made.verdict is Verdict.ISSUE_NAMED and made.value == "Pay of dockers" and set(made.names) == {*pay.phrases}
    post(client, site, "undo", act=made.act)
    assert issues(site)["pay"] == pay and not stands(place)


def test_issues_are_joined_by_name_or_by_address_and_parted(client: TestClient, site: Site) -> None:
    before = issues(site)
    pay, overtime, check = before["pay"], before["overtime"], before["check of the cranes"]
    post(client, site, "join-issues", issue=pay.id, other="Overtime")
    post(client, site, "join-issues", issue=pay.id, other=f"http://127.0.0.1/issues/{check.id}?as_of=")
    joined = issues(site)
    assert set(joined) == {"pay"} and joined["pay"].id == pay.id
    with closing(site.snapshot(None)) as snapshot:
        assert site.asking(snapshot).issues.get(overtime.id) == joined["pay"]
    chosen = {"phrase-2": "overtime", "phrase-7": "a check of the cranes"}
    post(client, site, "part-issue", issue=pay.id, **chosen)
    apart = issues(site)
    assert {one.phrases for one in apart.values()} == {pay.phrases, ("overtime", "a check of the cranes")}


@pytest.mark.parametrize(
    ("deed", "fields", "told"),
    [
        ("name-issue", {"name": "…"}, "A name needs letters"),
        ("name-issue", {"name": "Overtime"}, "Another issue is called"),
        ("name-issue", {}, "does not say"),
        ("name-issue", {"name": "pay"}, "decided already"),
        ("join-issues", {"other": "parking"}, "is the issue"),
        ("join-issues", {"other": "pay"}, "decided already"),
        ("part-issue", {}, "No phrase was chosen"),
        ("part-issue", {"phrase-1": "parking"}, "is no phrase of"),
        ("part-issue", {"phrase-1": "pay", "phrase-2": "The pay deal is not agreed"}, "Nothing would be left"),
    ],
)
def test_what_cannot_be_is_refused(
    client: TestClient, site: Site, place: Path, deed: str, fields: dict[str, str], told: str
) -> None:
    given = {"token": site.token, "back": "/review/log", "issue": issues(site)["pay"].id, **fields}
    answer = client.post(f"/acts/{deed}", data=given)
    assert answer.status_code == 400 and told in answer.text
    assert not stands(place)


def test_the_forms_stand_in_a_template_and_escape_what_they_show(site: Site) -> None:
    issue = Issue("n1", "<b>pay</b>", ("pay",), ('a "raise"', "pay"), ("p1",), "Ann")

    class Here:
        """What the forms ask of a visit."""

        def __init__(self) -> None:
            self.site, self.address = site, "/issues/n1"

        def to(self, path: str) -> str:
            """An address as it is."""
            return path

    made = environment().from_string(
        '{% import "_acts.html" as acts %}{{ acts.decide_issue(visit, issue, ["overtime"]) }}'
    )
    page = made.render(visit=Here(), issue=issue)
    assert page.count("<form") == 3 and 'value="a &#34;raise&#34;"' in page and "<b>pay" not in page
    assert "This name was given by Ann" in page and '<option value="overtime">' in page
    site.read_only = True
    assert "<form" not in made.render(visit=Here(), issue=issue)


def test_every_phrase_of_the_bundled_case_is_one_that_a_decision_can_hold_on_to(record: Path) -> None:
    with open_store(record, read_only=True) as store:
        holdings = store.holdings()
    found = gather(compute(holdings)).issues
    signed = Signature("me", datetime(2025, 6, 1, tzinfo=UTC))
    acts = [name_issue([phrase], "X", signed) for issue in found for phrase in issue.phrases]
    assert len(acts) > 50
    assert carry(replace(holdings, judgements=tuple(one for act in acts for one in act))).lost == ()
