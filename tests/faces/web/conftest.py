"""A server over the bundled case, asked without a network."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from pourparler.faces.web.server.site import Site
from tests.faces.web.bundled import bundled_record

BASE = "http://127.0.0.1:8765"


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled case, read by the rules; tests that change it copy it first."""
    return bundled_record(tmp_path_factory.mktemp("bundled"))


@pytest.fixture(scope="session")
def site(record: Path) -> Site:
    """What is served of the bundled case."""
    return make_site(record, read_only=False, by="tester")


@pytest.fixture(scope="session")
def client(site: Site) -> Iterator[TestClient]:
    """Asks the server as a browser of this machine does."""
    with TestClient(make_app(site), base_url=BASE) as made:
        yield made
