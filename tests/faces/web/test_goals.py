"""What waits: the drawing and the table say the same, a goal tells why, and moves can be supposed made."""

import csv
import io
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.system.asking import Asking
from pourparler.faces.system.clearing import BLOCKS, UNBLOCKS
from pourparler.faces.system.waiting import tree
from tests.case.conditions.test_graph import told as written
from tests.faces.system.lake import FORBIDDEN, everything, lake
from tests.faces.web.lake import served
from tests.record.drafts import NORLAND, SUDLAND, Draft


@pytest.fixture(scope="module")
def shore(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """Two states, conditions of each on one truce."""
    return served(tmp_path_factory.mktemp("lake"), *everything())


@pytest.fixture(scope="module")
def asking() -> Asking:
    """The same record, asked without a server."""
    return lake()


def plain(page: str) -> str:
    """What a page says, without its tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", page).replace("&#39;", "'").split())


def truce(client: TestClient) -> str:
    """The id of the goal of a truce."""
    rows = client.get("/goals.json").json()["rows"]
    return str(next(row["goal"]["id"] for row in rows if "truce" in row["goal"]["name"]))


def moves(client: TestClient, **asked: object) -> dict[str, str]:
    """The ids of the moves that a truce asks for, by kind and party."""
    told = client.get(f"/goals/{truce(client)}.json", params=asked).json()  # type: ignore[arg-type]
    return {f"{one['kind']} {' '.join(one['by'])}": one["id"] for one in told["supposed"]["moves"]}


def test_every_goal_that_waits_with_its_conditions(shore: TestClient, asking: Asking) -> None:
    told = shore.get("/goals.json").json()
    assert [row["goal"]["id"] for row in told["rows"]] == list(asking.waiting)
    assert told["total"] == len(asking.waiting) and told["basis"] == "by public statements" and told["words"]
    row = next(row for row in told["rows"] if row["goal"]["id"] == truce(shore))
    assert row["sets"] == 4 and len(row["conditions"]) == 2
    shown = plain(shore.get("/goals").text)
    assert "by public statements" in shown and "not told whether met" in shown
    assert not [bad for bad in FORBIDDEN if bad in shown.lower()]


def test_the_drawing_has_what_the_table_has(client: TestClient) -> None:
    page = client.get("/goals").text
    drawing, table = page.split("<svg", 1)[1].split("</svg>", 1)[0], page.split('class="list waits"', 1)[1]
    for kind in ("goals", "conditions"):
        drawn = set(re.findall(rf'href="(/{kind}/[^"#?]+)', drawing))
        assert drawn and drawn == set(re.findall(rf'href="(/{kind}/[^"#?]+)', table.split("</table>")[0]))
    assert all(words.split(":")[0] in plain(table) for words in re.findall(r"<title>([^<]+)</title>", drawing)
               if not words.startswith(("issue", "meeting", "instrument", "nobody")))  # fmt: skip


def test_the_list_is_narrowed_by_holder_kind_and_words(shore: TestClient) -> None:
    everything_waiting = shore.get("/goals.json").json()["total"]
    norland = shore.get("/goals.json", params={"party": NORLAND.lower()}).json()
    assert 0 < norland["total"] <= everything_waiting
    assert shore.get("/goals.json", params={"kind": "meeting"}).json()["total"] == 0
    assert shore.get("/goals.json", params={"q": "FREEING the crew"}).json()["total"] == 1
    assert "No goal that waits fits" in shore.get("/goals", params={"q": "zzz"}).text


def test_a_goal_says_what_the_terminal_says(shore: TestClient, asking: Asking) -> None:
    goal = asking.graph.goals[truce(shore)]
    shown = plain(shore.get(f"/goals/{goal.id}").text)
    for line in tree(asking, goal).lines:
        assert plain(line.text) in shown.replace(" .", ".").replace("( ", "(").replace(" )", ")"), line.text
    assert UNBLOCKS in shown and BLOCKS in shown
    assert not [bad for bad in FORBIDDEN if bad in shown.lower()]


def test_a_goal_is_called_by_a_phrase_and_by_its_entries(shore: TestClient, asking: Asking) -> None:
    goal = truce(shore)
    condition = asking.graph.before(goal)[0].id
    for name in ("a truce", "any ceasefire", condition, goal):
        assert shore.get(f"/goals/{name}.json").json()["goal"]["id"] == goal
    told = shore.get("/goals/a trice.json")
    assert told.status_code == 404 and "truce" in told.json()["todo"]


def test_moves_are_supposed_made_by_clicking(shore: TestClient) -> None:
    """Each link supposes one move more; the last one clears the goal; each can be taken back."""
    page = shore.get(f"/goals/{truce(shore)}").text
    assert "2 conditions stand before" in page
    first = re.search(rf'href="([^"]*made=[^"]*)"><span class="unseen">Suppose made: </span>{SUDLAND} grants', page)
    assert first is not None
    page = shore.get(first[1].replace("&amp;", "&").partition("#")[0]).text
    assert "If this move were made, 1 of 2 conditions would still stand before" in plain(page)
    assert "cleared" in page and "still stands" in page and "Take back: " in page
    assert "does not tell that anybody will make a move" in page
    rest = page.split('id="h-clear"')[1]
    second = re.search(r'href="([^"]*made=[^"]*made=[^"]*)">suppose it made', rest)
    assert second is not None
    page = shore.get(second[1].replace("&amp;", "&").partition("#")[0]).text
    assert "If these 2 moves were made, nothing known would stand before" in plain(page)
    assert 'id="h-clear"' not in page
    back = re.search(r'href="([^"]*)"><span class="unseen">Take back: ', page)
    assert back is not None and back[1].count("made=") == 1


def test_what_is_supposed_is_data_too(shore: TestClient) -> None:
    known = moves(shore)
    asked = {"made": [known[f"grant {SUDLAND}"], known[f"waive {SUDLAND}"], "waive:nothing"]}
    told = shore.get(f"/goals/{truce(shore)}.json", params=asked).json()
    assert told["asked"]["made"] == asked["made"]
    assert told["supposed"]["not_moves_of_it"] == ["waive:nothing"]
    assert told["supposed"]["standing"] == [] and len(told["supposed"]["cleared"]) == 2
    assert told["unblock"]["free"] and not told["unblock"]["sets"]
    assert told["why"]["goal"] == told["goal"]
    shown = shore.get(f"/goals/{truce(shore)}", params=asked).text
    assert "1 move in the address is none that it waits for" in shown


def test_the_table_of_a_goal_has_its_moves(shore: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(shore.get(f"/goals/{truce(shore)}.csv").text)))
    assert {row["question"] for row in rows} == {"unblock", "block"}
    assert sum(row["question"] == "unblock" for row in rows) == 8
    assert {row["by"] for row in rows} == {NORLAND, SUDLAND} and all(row["conditions"] for row in rows)
    goals = list(csv.DictReader(io.StringIO(shore.get("/goals.csv").text)))
    assert {row["value"] for row in goals if row["goal"] == truce(shore)} == {"unknown"}


def wanting(number: int, what: str) -> Draft:
    """Norland wants one thing more before a truce."""
    made = written(f"w{number}.txt", f"Norland says: no truce without {what}.", f"2025-03-0{number + 1}")
    return made.requires(f"no truce without {what}", "a truce", what, NORLAND)


def test_sets_are_told_as_lines_or_one_by_one(tmp_path: Path) -> None:
    wants = ("a dredger", "an open harbour", "new nets", "the gunboat's recall")
    client = served(tmp_path, *(wanting(number, what) for number, what in enumerate(wants)))
    lines = client.get("/goals/truce").text
    assert "16 minimal sets of moves clear it: one move of each of these 4 lines." in lines
    listed = client.get("/goals/truce", params={"most": 3}).text
    assert "one move of each of these" not in listed and "… and 13 more" in listed and "list more" in listed
    values = client.get("/goals/truce.json", params={"most": 3}).json()
    assert len(values["unblock"]["sets"]) == 3 and values["unblock"]["not_listed"] == 13
    assert client.get("/goals/truce.json", params={"most": 0}).status_code == 400


def test_a_goal_that_waits_for_nothing_says_so(shore: TestClient, asking: Asking) -> None:
    free = next(one.id for one in asking.graph.goals.values() if one.id not in asking.waiting and not one.reached)
    shown = plain(shore.get(f"/goals/{free}").text)
    assert "Nothing known stands before" in shown and "The reports tell of no condition on it." in shown
    reached = next(one.id for one in asking.graph.goals.values() if one.reached)
    assert "It has come about" in plain(shore.get(f"/goals/{reached}").text)


def test_another_day_has_other_conditions(client: TestClient) -> None:
    early = client.get("/goals/ceasefire.json", params={"as_of": "2025-02-28"}).json()
    late = client.get("/goals/ceasefire.json").json()
    assert early["unblock"]["total"] < late["unblock"]["total"]
    assert "as of Fri 28 Feb 2025" in client.get("/goals/ceasefire", params={"as_of": "2025-02-28"}).text


def test_pages_of_entries_lead_to_what_waits(shore: TestClient, asking: Asking) -> None:
    goal = truce(shore)
    condition = asking.graph.before(goal)[0].id
    assert f'href="/goals/{goal}"' in shore.get(f"/conditions/{condition}").text
    assert 'href="/goals"' in shore.get("/conditions").text
    assert f'href="/whatif?drop={condition}"' in shore.get(f"/conditions/{condition}").text


def test_a_record_without_conditions(tmp_path: Path) -> None:
    empty = served(tmp_path)
    assert "No goal waits for anything" in empty.get("/goals").text
    assert empty.get("/goals/anything").status_code == 404
    assert empty.get("/burden").status_code == 200 and empty.get("/deadlocks").status_code == 200


def test_a_condition_on_what_is_only_pointed_at_has_its_page(tmp_path: Path) -> None:
    made = written("7.txt", "Norland says: it will not happen unless Sudland frees the crew.", "2025-03-03")
    made.requires("it will not happen unless Sudland frees the crew", "it", "freeing the crew", NORLAND)
    client = served(tmp_path, made)
    (row,) = client.get("/goals.json").json()["rows"]
    shown = client.get(f"/goals/{row['goal']['id']}")
    assert shown.status_code == 200 and "something that is not named" in shown.text
    assert "The condition itself" in shown.text
