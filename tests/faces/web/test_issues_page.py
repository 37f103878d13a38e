"""Issues: how each stands and why, who stands where in whose voice, by filters, by any wording, as of any day."""

import csv
import io
import re
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pourparler.case.issues.states import State
from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from pourparler.record.opening import open_store
from tests.faces.system.lake import FORBIDDEN, lake_file
from tests.faces.web.conftest import BASE
from tests.record.drafts import Draft, draft

NORLAND, SUDLAND = "Norland", "Sudland"


def served(record: Path) -> TestClient:
    """A server over a record that only shows."""
    return TestClient(make_app(make_site(record, read_only=True, by="tester")), base_url=BASE)


def kept(folder: Path, *drafts: Draft) -> TestClient:
    """A server over a record of these reports."""
    record = folder / "made.db"
    with open_store(record, create=True) as store:
        for each in drafts:
            each.put(store)
    return served(record)


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """Two states: a truce with conditions, a dam that one wants and the other does not, an accord in force."""
    return served(lake_file(tmp_path_factory.mktemp("lake")))


@pytest.fixture(scope="module")
def voices(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """One issue on which everybody speaks for or about Norland."""
    one = draft("one.txt", "2031-03-03", "Minister Ann Lee said Norland rejects the quota.", "Daily")
    one.names("Norland", kind="state").names("Ann Lee", party=NORLAND, office="minister")
    one.says("Norland rejects the quota", "Ann Lee", party=NORLAND)
    one.stands("Norland rejects the quota", "rejects", "the quota", NORLAND, voiced_by="Ann Lee")
    two = draft("two.txt", "2031-03-05", "Spokesman Bo Berg said Norland accepts a quota. "
                "Sudland said Norland demands the quota. Sudland proposes a quota.", "Post")  # fmt: skip
    two.names("Norland", kind="state").names("Sudland", kind="state")
    two.names("Bo Berg", party=NORLAND, office="spokesman of the government")
    two.says("Norland accepts a quota", "Bo Berg", party=NORLAND)
    two.says("Norland demands the quota", SUDLAND, party=SUDLAND)
    two.stands("Norland accepts a quota", "accepts", "a quota", NORLAND, voiced_by="Bo Berg")
    two.stands("Norland demands the quota", "demands", "the quota", NORLAND)
    two.stands("Sudland proposes a quota", "proposes", "a quota", SUDLAND)
    return kept(tmp_path_factory.mktemp("voices"), one, two)


def test_every_issue_has_a_state_and_the_totals_add_up(client: TestClient) -> None:
    told = client.get("/issues.json").json()
    assert told["basis"] == "by public statements" and "Silence is unknown" in told["note"]
    assert list(told["states"]) == [state.value for state in State]
    assert sum(told["states"].values()) == told["total"]
    for state, number in told["states"].items():
        assert client.get("/issues.json", params={"state": state}).json()["total"] == number


def test_a_sign_is_shown_with_its_entries_and_their_words(lake: TestClient) -> None:
    told = lake.get("/issues.json").json()
    page = lake.get("/issues").text
    dam = next(row for row in told["rows"] if row["name"] == "dam")
    assert dam["state"] == "contested"
    part = page.split(f'data-id="{dam["id"]}"')[1].split("</tbody>")[0]
    for entry in dam["sign"]["entries"][:2]:
        assert f'href="/positions/{entry}"' in part
    assert re.search(r'href="/reports/[^"]+\?at=\d+-\d+#at"', part)
    assert "Norland demands a dam" in part


def test_states_are_explained_in_their_order_on_the_page_of_one(lake: TestClient) -> None:
    page = lake.get("/issues/dam").text
    places = [page.index(f's-{state.value.replace(" ", "-")}">', page.index('id="h-state"')) for state in State]
    assert places == sorted(places)
    assert page.count("<b>its state</b>") == 1 and "The first of these that holds" in page


def test_voices_are_kept_apart(voices: TestClient) -> None:
    (row,) = voices.get("/issues.json").json()["rows"]
    norland = next(cell for cell in row["cells"] if cell["party"] == NORLAND)
    told = {(held["voice"], held["stance"]) for held in norland["in_force"]}
    assert told == {("own voice", "rejects"), ("spokesperson", "accepts"), ("another party's account", "demands")}
    page = voices.get(f"/issues/{row['id']}").text
    table = page.split('class="list voicings"')[1].split("</table>")[0]
    heads = re.findall(r"<th scope=\"col\"[^>]*>([^<]+)</th>", table)
    sorts = ["Party", "Own voice", "Spokesperson", "The outlet&#39;s account", "Another party&#39;s account"]
    assert heads == sorts
    aside = re.findall(r'<li class="v-(\w+) aside">', table)
    assert "opponent" in aside and "spokesperson" not in aside


def test_history_is_in_time_and_as_csv(voices: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(voices.get("/issues/quota.csv").text)))
    norland = [(row["first_told"], row["stance"], row["voice"]) for row in rows if row["party"] == NORLAND]
    assert norland[0] == ("2031-03-03", "rejects", "own voice") and len(norland) == 3
    assert {row["text"] for row in rows} >= {"Norland accepts a quota", "Sudland proposes a quota"}


def test_any_wording_leads_to_the_issue(client: TestClient) -> None:
    rows = client.get("/issues.json").json()["rows"]
    first = next(row for row in rows if len(row["phrases"]) > 3)
    for phrase in (first["phrases"][1], first["name"]):
        led = client.get(f"/issues/{phrase}", params={"as_of": "2025-06-02"}, follow_redirects=False)
        assert led.status_code == 303
        assert led.headers["location"] == f"/issues/{first['id']}?as_of=2025-06-02"
        assert client.get(f"/issues/{phrase}.json").json()["issue"]["id"] == first["id"]


def test_what_is_no_issue_is_told_with_near_ones(lake: TestClient) -> None:
    told = lake.get("/issues/damn.json")
    assert told.status_code == 404
    assert "'damn'" in told.json()["error"] and "“dam”" in told.json()["todo"]
    assert "/issues/n" in lake.get("/issues/lake").text
    near = lake.get("/issues/damn", params={"as_of": "2025-03-04"}).text
    assert re.search(r'<a href="/issues/n[0-9a-f]+\?as_of=2025-03-04">dam</a>', near)
    assert lake.get("/issues/n000000000000").status_code == 404
    gone = lake.get("/issues/dam.json", params={"as_of": "2025-03-01"})
    assert gone.status_code == 404 and "2025-03-01" in gone.json()["error"]


def test_filters_and_what_fits_none(lake: TestClient) -> None:
    def names(**asked: str) -> set[str]:
        return {row["name"] for row in lake.get("/issues.json", params=asked).json()["rows"]}

    everything = names()
    assert names(q="SURVEY lake") == {name for name in everything if "survey" in name}
    assert names(party=SUDLAND) <= everything and "dam" in names(party=SUDLAND)
    assert names(party="Nobody") == set()
    assert "No issue fits" in lake.get("/issues", params={"party": "Nobody"}).text
    assert lake.get("/issues", params={"state": "ripe"}).status_code == 400


def test_the_party_asked_for_has_the_first_column(lake: TestClient) -> None:
    page = lake.get("/issues", params={"party": SUDLAND}).text
    heads = re.findall(r'<th scope="col">([^<]+)</th>', page)
    assert heads[1] == SUDLAND


def test_parties_without_a_column_are_reachable(tmp_path: Path) -> None:
    names = ["Astad", "Brevik", "Corland", "Delmark", "Eskil", "Fjord", "Gorm", "Hald", "Ivar"]
    text = " ".join(f"{name} demands a dam." for name in names)
    one = draft("one.txt", "2031-03-03", text, "Daily")
    for name in names:
        one.names(name, kind="state").stands(f"{name} demands a dam", "demands", "a dam", name)
    page = kept(tmp_path, one).get("/issues").text
    heads = re.findall(r'<th scope="col">([^<]+)</th>', page)[1:]
    assert len(heads) == 6
    assert all(f'href="/issues?party={name}"' in page for name in set(names) - set(heads))


def test_the_csv_is_the_matrix(client: TestClient) -> None:
    told = client.get("/issues.json").json()
    rows = list(csv.DictReader(io.StringIO(client.get("/issues.csv").text)))
    assert len(rows) == told["total"]
    assert set(rows[0]) == {"id", "issue", "topic", "state", "last_told", *told["parties"]}


def test_a_day_before_shows_what_was_told_then(lake: TestClient) -> None:
    rows = lake.get("/issues.json", params={"as_of": "2025-03-04"}).json()["rows"]
    assert "fishing" not in {row["name"] for row in rows}
    page = lake.get("/issues", params={"as_of": "2025-03-04"}).text
    assert "By public statements as of Tue 4 Mar 2025" in page


def test_entries_name_their_issues(client: TestClient) -> None:
    issue = client.get("/issues.json").json()["rows"][0]
    kinds = {"p": "positions", "c": "conditions", "i": "instruments"}
    for entry in issue["entries"][:4]:
        where = f"/{kinds[entry[0]]}/{entry}"
        assert f'href="/issues/{issue["id"]}"' in client.get(where).text
        assert issue["id"] in [one["id"] for one in client.get(f"{where}.json").json()["issues"]]
    asked = {"issue": issue["phrases"][0]}
    assert f'href="/issues/{issue["id"]}"' in client.get("/positions", params=asked).text


def test_conditions_stand_on_both_sides(lake: TestClient) -> None:
    told = lake.get("/issues/truce.json").json()
    assert told["before"] and all(one["blocks"] for one in told["before"])
    required = told["before"][0]["of"][0]["goal"]
    other = lake.get(f"/issues/{required}.json").json()
    assert told["before"][0]["condition"] in [one["condition"] for one in other["requiring"]]
    assert "Stands before it" in lake.get("/issues/truce").text
    assert "It stands before" in lake.get(f"/issues/{required}").text


def test_papers_are_told_state_by_state(lake: TestClient) -> None:
    told = lake.get("/issues/fishing.json").json()
    assert told["issue"]["stage"] == "in force"
    assert [step["status"] for step in told["instruments"][0]["steps"]] == ["proposed", "in force"]
    assert 'id="h-papers"' in lake.get("/issues/fishing").text


def test_the_page_foretells_nothing(lake: TestClient) -> None:
    for path in ("/issues", "/issues/dam", "/issues/truce", "/issues/fishing"):
        shown = lake.get(path).text.casefold()
        words = re.sub(r"<[^>]+>", " ", shown)
        assert not [word for word in FORBIDDEN if word in words], path


def test_a_record_without_issues(tmp_path: Path) -> None:
    empty = kept(tmp_path, Draft("one.txt", "Nothing was said.", date(2031, 1, 1)))
    assert "No issue was found" in empty.get("/issues").text
    assert empty.get("/issues/dam").status_code == 404
