"""The description of the API, and schemathesis against it: every answer is as described, every fault is told."""

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from pourparler.core.vocabulary import Act, MeetingStatus
from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from pourparler.record.opening import open_store
from tests.record.reviewing.quay import fill

HOST = {"Host": "127.0.0.1"}
DESCRIBED = make_app(make_site(Path("none.db"), True, None)).openapi()["paths"]
PATHS = [path for path, told in DESCRIBED.items() if "get" in told and not path.endswith(".csv")]
"""Every address of the API but the tables, which answer from the same asks."""

ASKS_THE_RECORD = ("/overview", "/new", "/meetings.", "/calendar", "/search", "/export", "/positions.", "/network")
"""Addresses that take words which the record has to know (a format, an id, an edition, a month), or that go together
with some others only (a network and what it is divided by): a query may be well formed and yet ask for what there is
not, which is told as 400."""


@pytest.fixture(scope="module")
def quay(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of two reports, quick to see on any day."""
    place = tmp_path_factory.mktemp("api") / "quay.db"
    with open_store(place, create=True) as store:
        fill(store)
    return place


@pytest.fixture(scope="module")
def described(quay: Path) -> Any:
    """The description of the API of a server over it."""
    return schemathesis.openapi.from_asgi("/openapi.json", make_app(make_site(quay, True, None)), headers=HOST)


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("path", PATHS)
def test_answers_are_as_described(described: Any, path: str, mode: GenerationMode) -> None:
    operation = described[path]["GET"]
    if mode is GenerationMode.NEGATIVE and not DESCRIBED[path]["get"].get("parameters"):
        pytest.skip("nothing is asked of this address")

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=4, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def check(case: Any) -> None:
        left = [positive_data_acceptance] if path.startswith(ASKS_THE_RECORD) else []
        case.call_and_validate(headers=HOST, excluded_checks=left)

    check()


def test_the_description_says_what_is_taken_and_answered(client: TestClient) -> None:
    told = client.get("/openapi.json").json()
    paths = told["paths"]
    assert not any("/acts/" in path for path in paths)
    for path, operations in paths.items():
        for operation in operations.values():
            assert "422" not in operation["responses"], path
    meetings = paths["/meetings.json"]["get"]
    status = next(one for one in meetings["parameters"] if one["name"] == "status")
    words = str(status["schema"]) + str(told["components"]["schemas"].get("MeetingStatus", ""))
    assert all(value in words for value in MeetingStatus)
    assert {"400", "404", "503"} <= set(meetings["responses"])
    assert set(told["components"]["schemas"]["Act"]["enum"]) == set(Act)


def test_what_a_query_does_not_take_is_refused(client: TestClient) -> None:
    for path in ("/meetings.json", "/meetings.csv"):
        told = client.get(path, params={"statsu": "held"})
        assert told.status_code == 400 and "statsu" in told.json()["error"] and "status" in told.json()["todo"]
    page = client.get("/meetings", params={"statsu": "held", "party": "Ukraine"})
    assert page.status_code == 200 and "statsu" not in page.text
    assert client.get("/meetings.json", params={"status": "Held"}).status_code == 200
    told = client.get("/meetings.json", params={"status": "over"})
    assert told.status_code == 400 and "held" in told.json()["error"]
