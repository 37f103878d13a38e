"""The codebook counts what the lists show; the help knows every page and every key."""

import re
from importlib.resources import files

from fastapi.testclient import TestClient

from pourparler.faces.cli.app import COMMANDS
from pourparler.faces.web.pages import PAGES
from pourparler.faces.web.pages.codebook import LISTS
from pourparler.faces.web.pages.help import KEYS, PURPOSES


def test_numbers_are_those_of_the_lists(client: TestClient) -> None:
    told = {one["field"]: one["values"] for one in client.get("/codebook.json").json()["vocabularies"]}
    there = {page.path for page in PAGES}
    for field, (path, name) in LISTS.items():
        if path not in there:
            continue
        for value in told[field]:
            if value["number"]:
                query = {name: value["value"]} | ({"view": "list"} if path == "/positions" else {})
                listed = client.get(f"{path}.json", params=query).json()
                assert listed["total"] == value["number"], (field, value)


def test_a_day_counts_less(client: TestClient) -> None:
    def held(**query: str) -> int:
        told = client.get("/codebook.json", params=query).json()["vocabularies"]
        status = next(one for one in told if one["field"] == "meeting.status")
        return next(int(one["number"]) for one in status["values"] if one["value"] == "held")

    assert held(as_of="2025-02-20") < held()
    assert "version 1" in client.get("/codebook").text.lower()


def test_the_help_knows_every_page_command_and_key(client: TestClient) -> None:
    page = client.get("/help").text
    for one in PAGES:
        if one.menu:
            assert PURPOSES[one.path].replace("'", "&#39;") in page
    assert all(f"<code>{name}</code>" in page for name in COMMANDS)
    script = files("pourparler.faces.web").joinpath("static", "keys.js").read_text(encoding="utf-8")
    listed = re.search(r"const KEYS = \[(.*?)\];", script, re.S)
    assert listed
    keys = {key for where, several, _ in KEYS if where == "every page" for key in several.split()}
    assert set(re.findall(r'\["([^"]+)"', listed[1])) == keys
