"""Disputes, conditions and instruments on the pages: side by side, narrowed, and with their words."""

from html import unescape

from fastapi.testclient import TestClient


def test_readings_stand_side_by_side(client: TestClient) -> None:
    told = client.get("/disputes.json").json()
    shown = unescape(client.get("/disputes").text)
    assert told["total"] == len(told["rows"]) > 0
    for dispute in told["rows"]:
        assert len(dispute["readings"]) > 1
        assert f'/disputes/{dispute["id"]}"' in shown
        for reading in dispute["readings"]:
            assert all(f"at={one['start']}-{one['end']}#at" in shown for one in reading["evidence"])


def test_a_dispute_shows_its_words_in_context(client: TestClient) -> None:
    dispute = client.get("/disputes.json").json()["rows"][0]
    shown = unescape(client.get(f"/disputes/{dispute['id']}").text)
    for reading in dispute["readings"]:
        for place in reading["evidence"]:
            assert f"<mark>{' '.join(place['text'].split())}</mark>" in shown
    assert client.get(f"/disputes/{dispute['id']}.csv").text.count("\r\n") >= 1 + len(dispute["readings"])


def test_a_filter_keeps_what_it_says(client: TestClient) -> None:
    fields = {one["field"] for one in client.get("/disputes.json").json()["rows"]}
    for field in fields:
        kept = client.get("/disputes.json", params={"field": field}).json()["rows"]
        assert kept and {one["field"] for one in kept} == {field}
    nothing = client.get("/disputes", params={"field": "no such field"})
    assert "Show all disputes" in nothing.text


def test_conditions_of_one_party(client: TestClient) -> None:
    every = client.get("/conditions.json").json()["rows"]
    party = next(one["party"] for one in every if one["party"])
    kept = client.get("/conditions.json", params={"party": party}).json()["rows"]
    assert kept == [one for one in every if one["party"] == party]
    words = every[0]["requires"]
    assert every[0] in client.get("/conditions.json", params={"q": words}).json()["rows"]


def test_the_drawing_leads_to_the_conditions(client: TestClient) -> None:
    rows = client.get("/conditions.json").json()["rows"]
    drawn = client.get("/conditions").text.partition("<figure")[2].partition("</figure>")[0]
    assert sum(f'href="/conditions/{row["id"]}"' in drawn for row in rows) >= len(rows) / 2


def test_a_condition_is_told_in_a_sentence(client: TestClient) -> None:
    one = next(one for one in client.get("/conditions.json").json()["rows"] if one["party"])
    shown = unescape(client.get(f"/conditions/{one['id']}").text)
    assert f"Before <b>{one['blocks']}</b>" in shown and f"<b>{one['requires']}</b>" in shown


def test_an_instrument_shows_every_state_with_its_words(client: TestClient) -> None:
    every = client.get("/instruments.json").json()["rows"]
    one = max(every, key=lambda row: len(row["status"]))
    shown = unescape(client.get(f"/instruments/{one['id']}").text)
    table = shown[shown.index("Its states") :].partition("</section>")[0]
    assert table.count("<tr") == 1 + len(one["status"])
    for state in one["status"]:
        assert f">{state['status']}</span>" in table


def test_the_table_is_what_the_list_shows(client: TestClient) -> None:
    for path in ("conditions", "instruments"):
        rows = client.get(f"/{path}.json").json()
        lines = client.get(f"/{path}.csv").text.split("\r\n")[1:-1]
        assert [line.split(",")[0] for line in lines] == [row["id"] for row in rows["rows"]]
