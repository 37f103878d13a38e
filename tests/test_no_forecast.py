"""Nothing foretells or advises: code, templates, docs and help, and what is answered, shown and printed of a case."""

import json
import re
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.brief.markdown import as_markdown
from pourparler.faces.brief.paper import Wanted
from pourparler.faces.brief.writing import write_brief
from pourparler.faces.cli.app import COMMANDS, OK, main
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.web.pages import PAGES
from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from pourparler.record.opening import open_store
from pourparler.record.view import compute
from tests.forecasts import FORECAST, Reports, shown

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "pourparler"
CASES = ROOT / "bench" / "cases"
BASE = "http://127.0.0.1:8765"

ROOMS = ("case", "faces")
ENDINGS = (".py", ".html", ".js", ".css", ".typ")
SOURCES = sorted(path for room in ROOMS for path in (PACKAGE / room).rglob("*") if path.suffix in ENDINGS)
DOCS = sorted(
    path
    for path in (ROOT / "docs").glob("*.md")
    if path.stem in ("asking", "boards", "brief", "cli", "conditions", "conflict", "export", "instruments", "issues",
                     "networks", "pages", "review", "snapshots", "walk")
)  # fmt: skip
"""The pages on the system, on what shows it, and on what is asked of a person; those on reading quote what it reads."""

OF_REPORTS = {PACKAGE / "faces" / "brief" / "standing.py": ('frozenset("will would can could must should',)}
"""Where a word stands because reports use it: a list of modals."""

ASKED = (
    ["issues", "--all"], ["why"], ["deadlocks"], ["burden"], ["network"], ["lives"],
    ["show", "conditions"], ["show", "positions"],
)  # fmt: skip


def test_no_file_foretells_or_advises() -> None:
    told = {}
    for path in (*SOURCES, *DOCS):
        text = path.read_text(encoding="utf-8")
        for listed in OF_REPORTS.get(path, ()):
            assert listed in text
            text = text.replace(listed, "")
        if found := [one[0] for one in FORECAST.finditer(text)]:
            told[str(path.relative_to(ROOT))] = found
    assert not told


def test_no_help_foretells_or_advises(capsys: pytest.CaptureFixture[str]) -> None:
    for command in sorted(COMMANDS):
        assert main([command, "--help"]) == OK
        assert not FORECAST.findall(capsys.readouterr().out), command


@pytest.fixture(scope="module", params=["bundled", "strike", "trade"])
def record(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of a case, read by rules."""
    place = tmp_path_factory.mktemp("forecast") / "case.db"
    with as_file(files("pourparler").joinpath("examples", "talks-2025")) as bundled:
        reports = bundled if request.param == "bundled" else CASES / request.param / "reports"
        assert main(["read", str(reports), "--record", str(place), "--reader", "rules"]) == OK
    return place


@pytest.fixture(scope="module")
def lookup(record: Path) -> Lookup:
    """What is shown of it."""
    with open_store(record, read_only=True) as store:
        return Lookup(compute(store.holdings(), None))


@pytest.fixture(scope="module")
def reports(lookup: Lookup) -> Reports:
    """What its reports say, and are called."""
    return Reports(text for view in lookup.record.reports for text in (view.report.text, view.report.title or ""))


def test_no_brief_does(lookup: Lookup, reports: Reports) -> None:
    for wanted in (Wanted(), Wanted(full=True)):
        assert not reports.own(as_markdown(write_brief(lookup, wanted)))


def test_no_answer_does(record: Path, lookup: Lookup, reports: Reports, capsys: pytest.CaptureFixture[str]) -> None:
    goals = [one["goal"]["id"] for one in _waiting(record, capsys)[:4]]
    named = [[command, goal] for command in ("why", "unblock", "block") for goal in goals]
    dropped = [["whatif", "--drop", lookup.record.reports[0].report.name]]
    for command in (*ASKED, *named, *dropped):
        assert main([*command, "--record", str(record)]) == OK, command
        said = capsys.readouterr().out
        assert said and not reports.own(said), command


def _waiting(record: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, dict[str, str]]]:
    assert main(["why", "--record", str(record), "--json"]) == OK
    found: list[dict[str, dict[str, str]]] = json.loads(capsys.readouterr().out)["goals"]
    return found


def test_no_page_does(record: Path, reports: Reports) -> None:
    with TestClient(make_app(make_site(record, read_only=True, by="tester")), base_url=BASE) as client:
        for address in _addresses(client):
            told = client.get(address)
            assert told.status_code == 200, address
            assert not reports.own(shown(told.text)), address


def _addresses(client: TestClient) -> Iterator[str]:
    """Every page that stands by itself, and of those with a key the first two that pages lead to."""
    links: dict[str, None] = {}
    for page in PAGES:
        if "{key}" not in page.path:
            yield page.path
            links |= dict.fromkeys(re.findall(r'href="(/[\w/-]+)["?#]', client.get(page.path).text))
    for page in PAGES:
        if "{key}" in page.path:
            whole = re.compile(re.escape(page.path).replace(r"\{key\}", "[^/]+"))
            yield from [link for link in links if whole.fullmatch(link)][:2]


def test_a_report_may_and_we_may_not() -> None:
    told = Reports(["Talks will likely fail, he said."])
    assert not told.own("“Talks will likely fail”, said one.")
    assert told.own("It is likely that talks fail.") and told.own("Unlikely.")
    assert told.own("They should talk; a ripe moment; its red lines; the winner; a probability.") != []
    assert not FORECAST.findall("A stripe, a trip, a redline of the likes, shoulders.")
