"""What is wrong in an address is said in words that tell what can be typed."""

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/goals.json?page=0", "page='0': it is 1 at least."),
        ("/goals.json?page=99999999999999999999", "it is 100,000 at most."),
        ("/goals.json?page=1e9", "page='1e9': it is a whole number."),
        ("/issues.json?state=zzz", "it is one of 'agreed'"),
        ("/network.json?window=2025-03-31..2025-03-01", "the first day first"),
        ("/deadlocks.json?as_of=2025-99-99", "a day is written as 2025-02-18."),
        ("/goals.json?q=" + "x" * 5_000, "characters at most."),
    ],
)
def test_a_fault_says_what_can_be_typed(client: TestClient, address: str, said: str) -> None:
    told = client.get(address)
    assert told.status_code == 400
    assert said in told.json()["error"] and told.json()["todo"] == "Correct the address."
    assert "Input should" not in told.json()["error"] and "Value error" not in told.json()["error"]


def test_a_goal_that_is_none_on_a_day_says_the_day(client: TestClient) -> None:
    goal = client.get("/goals.json").json()["rows"][0]["goal"]["id"]
    told = client.get(f"/goals/{goal}.json", params={"as_of": "2025-01-01"})
    assert told.status_code == 404 and "as of Wed 1 Jan 2025, the goal" in told.json()["error"]
    assert "pourparler" not in told.json()["todo"]
