"""A copy of the bundled case."""

from pathlib import Path

import pytest

from pourparler.faces.copy.making import Copied
from tests.faces.copy.following import made
from tests.faces.web.bundled import bundled_record


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled case; no test changes it."""
    return bundled_record(tmp_path_factory.mktemp("copied"))


@pytest.fixture(scope="session")
def copied(record: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Copied]:
    """The folder of a copy of it, and what was said of it."""
    folder = tmp_path_factory.mktemp("copies") / "talks"
    return folder, made(record, folder)
