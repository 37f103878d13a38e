"""The export of the bundled case: the contract's keys and values, a stable order, the same bytes however read."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest

from pourparler.core.reading import Operator
from pourparler.core.vocabulary import (
    Act,
    ActorKind,
    Channel,
    DisputeSort,
    InstrumentKind,
    InstrumentStatus,
    MeetingKind,
    MeetingStatus,
    Mode,
    PublishedFrom,
    Stance,
    Step,
)
from pourparler.faces.cli.app import OK, main

PRECISIONS = {"day", "weekend", "week", "month", "quarter", "year", "span"}
TEXT, NAME, DAY, TRUTH, NUMBER = "text", "name or null", "day or null", "true or false", "number"
EVIDENCE = {"report": TEXT, "start": NUMBER, "end": NUMBER, "text": TEXT}
WHEN = {"start": DAY, "end": DAY, "precision": PRECISIONS, "said": TEXT}
COUNTS = {"accounts": NUMBER, "reports": NUMBER, "sources": NUMBER}
VOICE = {"outlet": TRUTH, "speaker": NAME, "party": NAME, "anonymous": TRUTH, "via": [TEXT]}
CHANGE = {
    "step": set(Step), "followed": TRUTH, "told": DAY, "on": DAY, "voices": [VOICE], "accounts": [TEXT],
    "evidence": [EVIDENCE],
}  # fmt: skip
JUDGED: dict[Any, Any] = {
    "confirmed": [{"by": TEXT, "at": TEXT, "because": TEXT, "since": NUMBER}],
    "corrected": [{"field": TEXT, "value": TEXT, "given": TEXT, "by": TEXT, "at": TEXT, "because": TEXT}],
}
"""What people decided about an entry."""

SHAPE: dict[str, dict[str, Any]] = {
    "reports": {
        "report": TEXT, "id": TEXT, "outlet": NAME, "title": NAME, "url": NAME, "language": NAME, "published": DAY,
        "published_from": set(PublishedFrom), "text": TEXT, "not_news": [EVIDENCE], "copies_of": NAME,
    },
    "actors": {
        "id": TEXT, "name": TEXT, "kind": set(ActorKind), "represents": NAME, "office": NAME, "aliases": [TEXT],
    },
    "meetings": {
        "id": TEXT, "kind": set(MeetingKind), "title": NAME, "status": set(MeetingStatus), "overdue": TRUTH,
        "when": (WHEN, None), "place": [TEXT], "round": (NUMBER, None), "level": NAME, "parties": [TEXT],
        "people": [TEXT], "leads": {...: TEXT}, "mediators": [TEXT], "excluded": [TEXT], "agenda": [EVIDENCE],
        "outcome": [EVIDENCE], "reported": [{"report": TEXT, "status": set(MeetingStatus)}], "evidence": [EVIDENCE],
        "counts": COUNTS, "channel": (set(Channel), None), "hosts": [TEXT], "invited": [TEXT], "absent": [TEXT],
        "deadline": (WHEN, None), "wording": [EVIDENCE], "hedge": [EVIDENCE], "denied": [EVIDENCE], "condition": NAME,
        "states": [{"status": set(MeetingStatus)} | CHANGE], "days": [{"when": WHEN} | CHANGE],
        "places": [{"place": [TEXT]} | CHANGE],
        **JUDGED,
    },
    "statements": {
        "id": TEXT, "report": TEXT, "speaker": NAME, "anonymous": TRUTH, "party": NAME, "mode": set(Mode),
        "act": set(Act), "content": (EVIDENCE, [EVIDENCE]), "source": (EVIDENCE, None), "cue": (EVIDENCE, None),
        "said_on": DAY, "via": [TEXT], "to": NAME, "hedge": (EVIDENCE, None), "negative": TRUTH,
        "venue": (EVIDENCE, None),
        **JUDGED,
    },
    "positions": {
        "id": TEXT, "party": NAME, "voiced_by": NAME, "issue": TEXT, "stance": set(Stance), "condition": NAME,
        "since": DAY, "evidence": [EVIDENCE], "hedge": [EVIDENCE], "moved_from": NAME,
        **JUDGED,
    },
    "conditions": {
        "id": TEXT, "party": NAME, "voiced_by": NAME, "blocks": NAME, "requires": NAME, "evidence": [EVIDENCE],
        "operator": set(Operator), "trigger": [EVIDENCE], "deadline": (WHEN, None), "hedge": [EVIDENCE],
        **JUDGED,
    },
    "instruments": {
        "id": TEXT, "kind": set(InstrumentKind), "title": TEXT, "parties": [TEXT], "subject": NAME,
        "status": [
            {"on": DAY, "status": set(InstrumentStatus), "evidence": [EVIDENCE], "hedge": [EVIDENCE],
             "step": set(Step), "followed": TRUTH, "told": DAY, "voices": [VOICE], "accounts": [TEXT]}
        ],
        "terms": [EVIDENCE], "evidence": [EVIDENCE], "deadline": (WHEN, None), "hedge": [EVIDENCE],
        "denied": [EVIDENCE],
        **JUDGED,
    },
    "disputes": {
        "id": TEXT, "about": TEXT, "field": TEXT,
        "readings": [
            {"value": (TEXT, [TEXT]), "evidence": [EVIDENCE],
             "witnesses": [{"report": TEXT, "voice": VOICE, "repeats": NAME}], "reports": [TEXT], "sources": NUMBER}
        ],
        "sort": set(DisputeSort),
    },
}  # fmt: skip

LAID_OUT: dict[str, dict[str, Any]] = {
    "issues": {"id": TEXT, "name": TEXT, "named_by": NAME, "phrases": [TEXT], "entries": [TEXT]},
    "boards": {
        "name": TEXT, "model": ({...: object}, None), "laid_out": ({"by": TEXT, "at": TEXT, "because": TEXT}, None),
        "hypotheses": [{
            "name": TEXT, "party": TEXT, "variant": NAME, "statements": TEXT, "entries": [TEXT], "lost": NUMBER,
            "by": TEXT, "at": TEXT,            "because": TEXT,
        }],
    },
}  # fmt: skip
"""What people decided about issues and boards, and the issues there are."""


def export(folder: Path, *reports: Path) -> bytes:
    """What is exported of reports read in the order given, into a record of the same name."""
    folder.mkdir()
    record, out = str(folder / "case.db"), folder / "case.json"
    assert main(["read", *map(str, reports), "--record", record]) == OK
    assert main(["export", "--record", record, "--format", "json", "-o", str(out)]) == OK
    return out.read_bytes()


@pytest.fixture(scope="module")
def reports() -> list[Path]:
    with as_file(files("pourparler").joinpath("examples", "talks-2025")) as folder:
        return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory, reports: list[Path]) -> bytes:
    return export(tmp_path_factory.mktemp("export") / "first", *reports)


@pytest.fixture(scope="module")
def values(exported: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(exported)
    return found


def misfits(value: Any, shape: Any, where: str) -> list[str]:
    """Where `value` departs from `shape`: a key too many or too few, out of order, a wrong type, a word unknown."""
    if isinstance(shape, tuple):
        return [] if any(not misfits(value, one, where) for one in shape) else [f"{where}: {value!r}"]
    if isinstance(shape, list):
        return (
            [line for at, one in enumerate(value) for line in misfits(one, shape[0], f"{where}[{at}]")]
            if isinstance(value, list)
            else [f"{where}: {value!r} is no list"]
        )
    if isinstance(shape, dict):
        return misfitting_keys(value, shape, where)
    return [] if fits(value, shape) else [f"{where}: {value!r} is no {shape}"]


def misfitting_keys(value: Any, shape: Mapping[Any, Any], where: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{where}: {value!r} is no object"]
    if ... not in shape and list(value) != list(shape):
        return [f"{where}: {list(value)}"]
    return [line for key in value for line in misfits(value[key], shape.get(key, shape.get(...)), f"{where}.{key}")]


def fits(value: Any, shape: Any) -> bool:
    if isinstance(shape, set):
        return value in {str(one) for one in shape}
    if shape == DAY:
        return value is None or date.fromisoformat(value).isoformat() == value
    if shape == TRUTH:
        return isinstance(value, bool)
    if shape == NUMBER:
        return type(value) is int
    return (value is None and shape in (NAME, None)) or (isinstance(value, str) and shape is not None)


def test_every_key_and_value_is_the_contracts(values: dict[str, Any]) -> None:
    assert list(values) == ["case", *SHAPE, *LAID_OUT]
    assert list(values["case"]) == ["name", "as_of", "made_by", "record_version"]
    for kind, shape in SHAPE.items():
        assert misfits(values[kind], [shape], kind) == []
        assert values[kind] or kind == "disputes", f"the bundled case has no {kind}"
    for kind, shape in LAID_OUT.items():
        assert misfits(values[kind], [shape], kind) == []


def test_lists_are_in_the_order_of_time_then_id(values: dict[str, Any]) -> None:
    published = {one["report"]: one["published"] for one in values["reports"]}

    def told(one: dict[str, Any]) -> list[str]:
        return [day for place in one["evidence"] if (day := published[place["report"]])]

    times: dict[str, Callable[[dict[str, Any]], Any]] = {
        "reports": lambda one: one["published"],
        "meetings": lambda one: one["when"] and (one["when"]["start"] or one["when"]["end"]),
        "statements": lambda one: one["said_on"] or published[one["report"]],
        "positions": lambda one: one["since"] or min(told(one), default=None),
    }
    for kind, time in times.items():
        found = [(time(one) is None, time(one) or "") for one in values[kind]]
        assert found == sorted(found), kind
        ids = [one["id"] for one in values[kind]]
        assert len(set(ids)) == len(ids), kind


def test_references_lead_to_something(values: dict[str, Any]) -> None:
    reports = {one["report"] for one in values["reports"]}
    conditions = {one["id"] for one in values["conditions"]}
    entries = {one["id"] for kind in SHAPE if kind not in ("reports", "actors") for one in values[kind]}
    assert {one["copies_of"] for one in values["reports"]} - {None} <= reports
    assert {one["condition"] for kind in ("positions", "meetings") for one in values[kind]} - {None} <= conditions
    assert {one["about"] for one in values["disputes"]} <= entries
    assert {one["report"] for meeting in values["meetings"] for one in meeting["reported"]} <= reports
    assert {one["report"] for one in values["statements"]} <= reports
    assert {name for one in values["issues"] for name in one["entries"]} <= entries


def test_another_order_of_reading_gives_the_same_bytes(tmp_path: Path, reports: list[Path], exported: bytes) -> None:
    assert export(tmp_path / "second", *reversed(reports)) == exported


def test_another_process_gives_the_same_bytes(tmp_path: Path, reports: list[Path], exported: bytes) -> None:
    record, out = str(tmp_path / "case.db"), tmp_path / "case.json"
    call = [sys.executable, "-m", "pourparler"]
    subprocess.run([*call, "read", *map(str, reports), "--record", record], check=True, capture_output=True)
    subprocess.run([*call, "export", "--record", record, "-o", str(out)], check=True, capture_output=True)
    assert out.read_bytes() == exported
