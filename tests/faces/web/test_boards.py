"""The pages of boards: open moves, a board made by a form, hypotheses, states, files, and taking it all back."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.web.boards import verdicts
from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from pourparler.record.opening import open_store
from tests.case.options.coast import first, planned, second
from tests.faces.system.lake import FORBIDDEN
from tests.faces.web.conftest import BASE

UNION = "Crews' Union"
OWN = f"{UNION}: strike\nMill: grant a pay rise = raise pay"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The record of the coast as a file."""
    place = tmp_path / "coast.db"
    with open_store(place, create=True) as store:
        for each in (first(), second(), planned()):
            each.put(store)
    return place


@pytest.fixture
def coast(path: Path) -> Iterator[TestClient]:
    """A server over it."""
    with TestClient(make_app(make_site(path, read_only=False, by="ana")), base_url=BASE) as made:
        yield made


def send(coast: TestClient, deed: str, **fields: str) -> str:
    """Send a form from the page `back`; where it leads, or the words of its refusal."""
    fields.setdefault("back", "/boards")
    token = re.search(r'name="token" value="([^"]+)"', coast.get("/boards").text)
    assert token is not None
    answer = coast.post(
        f"/acts/{deed}", data=fields | {"token": token[1]}, headers={"Origin": BASE}, follow_redirects=False
    )
    return unquote(answer.headers["location"]) if answer.status_code == 303 else answer.text


def board(coast: TestClient) -> dict[str, object]:
    """The board `pay` as JSON."""
    found: dict[str, object] = coast.get("/boards/pay.json").json()
    return found


def test_open_moves_stand_with_their_words_and_can_be_ticked(coast: TestClient) -> None:
    page = coast.get("/boards").text
    assert "grant “pay rise”" in page and "no end of the strike unless Mill grants a pay rise" in page
    told = coast.get("/boards.json").json()
    assert told["total"] == len(told["rows"]) == 8 and told["boards"] == []
    assert coast.get("/boards.json", params={"party": "Port", "move": "refuse"}).json()["total"] == 1
    rows = list(csv.DictReader(io.StringIO(coast.get("/boards.csv", params={"q": "talks"}).text)))
    assert {row["party"] for row in rows} == {UNION, "Mill"}
    grant = next(one for one in told["rows"] if one["name"] == "grant pay rise")
    fields = {f"option-{grant['id']}": grant["id"]}
    led = send(coast, "make-board", name="ticked", own=f"{UNION}: strike", parties="port", **fields)
    assert led.startswith("/boards/ticked?did=k")
    shown = coast.get(led).text
    assert "Kept: laid out the board “ticked”" in shown and "doubts it" in shown and "not told" in shown
    assert coast.get("/boards/ticked.json").json()["rows"][0]["standing"] == "doubted"


def test_a_walk_from_a_board_to_states_and_back(coast: TestClient) -> None:
    assert send(coast, "make-board", name="pay", own=OWN).startswith("/boards/pay?did=")
    assert len(board(coast)["states"]) == 4  # type: ignore[arg-type]
    position = coast.get("/positions.json", params={"view": "list"}).json()["rows"][0]["id"]
    led = send(coast, "suppose", board="pay", name="costs", party="Mill", statements="prefer: not raise pay",
               because="it says so", rests_on=f"/positions/{position}", back="/boards/pay")  # fmt: skip
    assert led.startswith("/boards/pay?did=")
    (hypothesis,) = board(coast)["board"]["hypotheses"]  # type: ignore[index]
    assert hypothesis["rests_on"] == [position] and not hypothesis["assumed"]
    page = coast.get("/boards/pay", params={"show": "all", "whose": "Mill", "rule": "single"}).text
    assert "tied to the record" in page and "one of the others answers" in page and 'class="v-all">all' in page
    assert f"Of {UNION} nothing is supposed" in page.replace("&#39;", "'").replace("the Crews", "Crews")
    rows = list(csv.DictReader(io.StringIO(coast.get("/boards/pay.csv").text)))
    assert [row["state"] for row in rows] == ["1", "2", "3", "4"] and "Nash, all parties" in rows[0]
    send(coast, "limit-board", board="pay", infeasible="strike and raise pay", **{"kept-1": "strike"})
    assert len(board(coast)["states"]) == 3  # type: ignore[arg-type]
    assert "cannot be taken back" in coast.get("/boards/pay").text
    file = coast.get("/boards/pay/file")
    assert file.json()["program"] == "pourparler" and 'filename="pay.gmcr"' in file.headers["content-disposition"]
    for act, back in ((board(coast)["board"]["act"], "/boards"), (hypothesis["act"], "/boards/pay")):  # type: ignore[index]
        assert send(coast, "undo", act=act, back=back) == back
    told = board(coast)["board"]
    assert told["infeasible"] == [] and told["hypotheses"] == []  # type: ignore[index]


@pytest.mark.parametrize(
    ("deed", "fields", "said"),
    [
        ("make-board", {"name": "b", "own": "nonsense"}, "PARTY: what it does"),
        ("make-board", {"name": "b"}, "without an option"),
        ("make-board", {"name": "a/b", "own": OWN}, "name of a board"),
        ("make-board", {"name": "b", "own": "Mill: x"}, "2 to 6"),
        ("make-board", {"name": "pay", "own": OWN}, "so already"),
        ("suppose", {"board": "pay", "name": "h", "party": "Mill", "statements": "x", "because": "y"}, "; raise pay"),
        ("suppose", {"board": "pay", "name": "h", "party": "Mill", "statements": "strike"}, "name and a reason"),
        ("suppose", {"board": "pay", "name": "h", "party": "Mill", "statements": "strike", "because": "y",
                     "rests_on": "zzz"}, "id of no entry"),
        ("suppose", {"board": "none", "name": "h", "party": "Mill", "statements": "x", "because": "y"}, "no board"),
        ("limit-board", {"board": "pay"}, "so already"),
        ("limit-board", {"board": "pay", "infeasible": "(strike"}, "Close it"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(coast: TestClient, deed: str, fields: dict[str, str], said: str) -> None:
    send(coast, "make-board", name="pay", own=OWN)
    assert said in send(coast, deed, **fields)
    assert [one["name"] for one in coast.get("/boards.json").json()["boards"]] == ["pay"]


def test_the_log_leads_to_the_board(coast: TestClient) -> None:
    send(coast, "make-board", name="The pay", own=OWN)
    assert 'href="/boards/The%20pay"' in coast.get("/review/log").text


def test_very_many_moves_are_left_to_the_command(coast: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    send(coast, "make-board", name="pay", own=OWN)
    monkeypatch.setattr(verdicts, "MOST_MOVES", 3)
    page = coast.get("/boards/pay").text
    assert "pourparler stability" in page and board(coast)["states"] is None and board(coast)["answer"] is None


def test_hypotheses_that_clash_after_a_change_are_told(coast: TestClient, path: Path) -> None:
    send(coast, "make-board", name="pay", own=OWN)
    told = {"board": "pay", "party": "Mill", "because": "x"}
    send(coast, "suppose", name="one", statements="strike > raise pay", **told)
    assert "contradict" in send(coast, "suppose", name="two", statements="raise pay > strike", **told)
    send(coast, "make-board", name="pay", own=f"{UNION}: stay out\nMill: raise pay")
    page = coast.get("/boards/pay").text
    assert "It does not fit the board any more" in page and "left out" in page


def test_what_is_not_there_and_who_may_not(coast: TestClient, path: Path) -> None:
    assert coast.get("/boards/none").status_code == 404 and coast.get("/boards/none/file").status_code == 404
    send(coast, "make-board", name="pay", own=OWN)
    assert coast.get("/boards/pay.json", params={"whose": "Port"}).status_code == 400
    with TestClient(make_app(make_site(path, read_only=True, by=None)), base_url=BASE) as shown:
        for address in ("/boards", "/boards/pay"):
            page = shown.get(address).text
            assert "/acts/" not in page and 'type="checkbox"' not in page


def test_limits_and_statements_stand_a_line_each(coast: TestClient) -> None:
    send(coast, "make-board", name="pay", own=f"{OWN}\nPort: open", infeasible="strike and open\nopen and raise pay")
    send(coast, "suppose", board="pay", name="h", party="Port", statements="open > strike\nraise pay", because="x")
    page = coast.get("/boards/pay").text
    assert "<code>open &gt; strike</code></li><li><code>raise pay</code>" in page
    area = re.search(r'<textarea name="infeasible"[^>]*>([^<]*)<', page)
    assert area is not None and area[1].replace("&#10;", "\n").splitlines() == ["strike and open", "open and raise pay"]


def test_cells_are_those_of_the_day(coast: TestClient) -> None:
    send(coast, "make-board", name="pay", own=OWN)
    early = coast.get("/boards/pay.json", params={"as_of": "2025-03-02"}).json()["rows"][1]
    assert early["positions"] and early["intention"] is None and early["doubts"] == []
    assert coast.get("/boards/pay.json").json()["rows"][1]["intention"]["taken"] is True


def test_no_word_that_foretells(coast: TestClient) -> None:
    send(coast, "make-board", name="pay", own=OWN)
    for address in ("/boards", "/boards/pay"):
        shown = coast.get(address).text.lower()
        assert not [bad for bad in FORBIDDEN if bad in shown]
