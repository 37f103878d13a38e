"""What a page exports from its snapshot: the same files as from the whole record, whatever is chosen."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.cli.opening import looked_up
from pourparler.faces.export.formats import FORMATS, Format, write
from pourparler.faces.export.parcel import pack
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.web.exporting import Chosen, made
from pourparler.faces.web.page import Ask
from pourparler.faces.web.server.site import Site
from pourparler.faces.web.visit import Visit
from pourparler.record.opening import open_store


@pytest.fixture(scope="module")
def whole(record: Path) -> Lookup:
    """The bundled case, merged."""
    with open_store(record, read_only=True) as store:
        return looked_up(store, None)


@pytest.mark.parametrize("form", FORMATS, ids=[form.name for form in FORMATS])
def test_a_snapshot_gives_the_files_that_the_whole_record_gives(form: Format, site: Site, whole: Lookup) -> None:
    case = whole.record
    choices: list[tuple[str, ...]] = [
        tuple(one.id for one in case.meetings[::3]),
        (*(one.id for one in case.positions[::4]), *(one.id for one in case.statements[::9])),
        (*(one.id for one in case.conditions[:2]), *(one.id for one in case.instruments[:2])),
        (*(one.id for one in case.disputes), *(one.id for one in case.actors[:4]), case.reports[2].report.id),
        (),
    ]
    with site.snapshot(None) as snapshot:
        visit = Visit(site, snapshot, "/export", Ask(as_of=None))
        for ids in choices:
            given, expected = made(visit, Chosen(ids, len(ids)), form), write(form.name, whole, ids)
            assert given.files == expected.files
            assert set(expected.left_out) <= set(given.left_out)
        assert made(visit, Chosen(None, 1), form).files == write(form.name, whole).files


def test_a_calendar_to_subscribe_to_has_the_names_of_the_file(client: TestClient, whole: Lookup) -> None:
    assert client.get("/calendar.ics").content == pack(write("ics", whole))
