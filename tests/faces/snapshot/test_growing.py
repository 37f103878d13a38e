"""A snapshot that grew with its record is the one that would be made of it at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pourparler.faces.snapshot import growing as growing_module
from pourparler.faces.snapshot.building import put as put_in_place
from pourparler.faces.snapshot.growing import Growing, follow
from pourparler.faces.snapshot.shelf import Shelf
from pourparler.record.opening import open_store
from tests.faces.snapshot.tables import tables
from tests.record.drafts import Draft, geneva_talks
from tests.record.test_ledger import POOL, judgements

BEGUN = datetime(2025, 7, 1, tzinfo=UTC)


def put(record: Path, *drafts: Draft) -> None:
    """Add reports to a record."""
    with open_store(record, create=True) as store:
        for each in drafts:
            each.put(store)


def rebuilt(record: Path, as_of: date | None = None) -> dict[str, list[Any]]:
    """The tables of a snapshot that is made at once."""
    with TemporaryDirectory() as folder:
        Shelf(record, Path(folder)).build(as_of)
        [path] = Path(folder).glob("*.db")
        return tables(path)


def standing(record: Path, as_of: date | None = None) -> dict[str, list[Any]]:
    """The tables of the snapshot on the shelf, which must be fresh."""
    shelf = Shelf(record)
    assert shelf.fresh(as_of)
    snapshot = shelf.latest(as_of)
    assert snapshot is not None
    with snapshot:
        return tables(snapshot.path)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_comes_the_tables_are_those_made_at_once(monkeypatch: pytest.MonkeyPatch, data: Any) -> None:
    monkeypatch.setattr(growing_module, "GROWN", 1_000)
    day = data.draw(st.sampled_from((None, date(2025, 3, 5))))
    with TemporaryDirectory() as folder:
        record = Path(folder) / "talks.db"
        put(record)
        grown = Growing(Shelf(record), day)
        for number in range(data.draw(st.integers(1, 4))):
            put(record, *data.draw(st.lists(st.sampled_from(POOL), unique_by=lambda each: each.name)))
            with open_store(record) as store:
                acts = (replace(one, id=f"{number}{one.id}", act="") for one in data.draw(judgements()))
                store.add_judgements([replace(one, act=one.id) for one in acts])
                taken_back = [one.id for one in store.judgements() if data.draw(st.booleans())]
                store.withdraw(taken_back, BEGUN + timedelta(days=number))
                if data.draw(st.booleans()):
                    store.name_case(f"Case {number}")
            grown.refresh()
            assert standing(record, day) == rebuilt(record, day)
            assert grown.refresh() is False


def test_what_stayed_is_not_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record, befores = tmp_path / "talks.db", []

    def put_noting(*arguments: Any) -> None:
        befores.append(len(arguments) > 3)
        put_in_place(*arguments)

    monkeypatch.setattr(growing_module, "put", put_noting)
    drafts = geneva_talks()
    put(record, *drafts[:4])
    grown = Growing(Shelf(record))
    assert grown.refresh() is True
    put(record, drafts[4])
    assert grown.refresh() is True
    assert befores == [False, True]
    with open_store(record) as store:
        store.add(replace(drafts[4].report, name="0.txt"))
    assert grown.refresh() is True
    assert befores == [False, True, False], "a report got another name: every citation of it is another"
    assert standing(record) == rebuilt(record)


def test_a_file_that_somebody_took_away_is_made_again(tmp_path: Path) -> None:
    record = tmp_path / "talks.db"
    put(record, *geneva_talks())
    grown, shelf = Growing(Shelf(record)), Shelf(record)
    grown.refresh()
    (shelf.folder() / "all.db").unlink()
    assert grown.refresh() is True
    assert standing(record) == rebuilt(record)


def test_another_record_under_the_name_is_noticed(tmp_path: Path) -> None:
    record = tmp_path / "talks.db"
    put(record, *geneva_talks())
    grown = Growing(Shelf(record))
    grown.refresh()
    for path in tmp_path.glob("talks.db*"):
        if path.is_file():
            path.unlink()
    put(record, *POOL[5:9])
    assert Shelf(record).latest(None) is None
    assert grown.refresh() is True
    assert standing(record) == rebuilt(record)


def test_following_makes_what_moves_and_ends(tmp_path: Path) -> None:
    record, drafts = tmp_path / "talks.db", geneva_talks()
    put(record, drafts[0])
    looks: list[Callable[[], None]] = [lambda: put(record, *drafts[1:])]

    def goes_on() -> bool:
        if Shelf(record).fresh(None):
            if not looks:
                return False
            looks.pop()()
        return True

    follow(Shelf(record), None, goes_on)
    assert standing(record) == rebuilt(record)
    follow(Shelf(record), None, lambda: True, idle=0.3)
