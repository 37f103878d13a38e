"""Records of two states at a lake, as files and served: conditions of each on one truce, and a circle."""

from pathlib import Path

from fastapi.testclient import TestClient

from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from pourparler.record.opening import open_store
from tests.faces.web.conftest import BASE
from tests.record.drafts import Draft


def served(folder: Path, *drafts: Draft) -> TestClient:
    """Asks a server over a record of these reports."""
    record = folder / "lake.db"
    with open_store(record, create=True) as store:
        for draft in drafts:
            draft.put(store)
    return TestClient(make_app(make_site(record, read_only=True, by="tester")), base_url=BASE)
