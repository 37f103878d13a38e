"""Each setting comes from the nearest place that gives it."""

from pathlib import Path

import pytest

from pourparler.core.errors import InputError
from pourparler.settings import Settings, load_settings, settings_files


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment whose config folder is empty."""
    return {"XDG_CONFIG_HOME": str(tmp_path / "config")}


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_any_setting_the_defaults_hold(tmp_path: Path, home: dict[str, str]) -> None:
    assert load_settings({}, home, tmp_path) == Settings()


def test_a_flag_beats_the_environment_and_that_the_files(tmp_path: Path, home: dict[str, str]) -> None:
    record = tmp_path / "case" / "talks.db"
    write(tmp_path / "config" / "pourparler" / "pourparler.toml", 'reader = "far"\nmax_bytes = 1\ncase = "user"\n')
    write(record.parent / "pourparler.toml", 'reader = "near"\nmax_bytes = 2\n')
    assert load_settings({"record": record}, home).reader == "near"
    assert load_settings({"record": record}, home).case == "user"
    assert load_settings({"record": record}, home | {"POURPARLER_MAX_BYTES": "3"}).max_bytes == 3
    assert load_settings({"record": record, "max_bytes": 4}, home | {"POURPARLER_MAX_BYTES": "3"}).max_bytes == 4


def test_a_flag_that_was_not_given_hides_nothing(tmp_path: Path, home: dict[str, str]) -> None:
    assert load_settings({"reader": None}, home | {"POURPARLER_READER": "mine"}, tmp_path).reader == "mine"


def test_a_record_in_a_file_lies_beside_that_file(tmp_path: Path, home: dict[str, str]) -> None:
    write(tmp_path / "pourparler.toml", 'record = "talks.db"\n')
    assert load_settings({}, home, tmp_path).record == tmp_path / "talks.db"


def test_the_record_named_by_the_environment_finds_the_file_beside_it(tmp_path: Path, home: dict[str, str]) -> None:
    beside = write(tmp_path / "there" / "pourparler.toml", 'case = "strike"\n')
    environment = home | {"POURPARLER_RECORD": str(tmp_path / "there" / "r.db")}
    assert settings_files(None, environment) == (beside,)
    assert load_settings({}, environment).case == "strike"


@pytest.mark.parametrize(
    ("text", "said"),
    [("reader = ", "no TOML"), ("colour = 1", "no setting 'colour'"), ("max_bytes = 'many'", "max_bytes is 'many'")],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, home: dict[str, str], text: str, said: str) -> None:
    file = write(tmp_path / "pourparler.toml", text)
    with pytest.raises(InputError) as error:
        load_settings({}, home, tmp_path)
    assert said in error.value.what and str(file) in error.value.what and error.value.todo


def test_a_size_of_nothing_is_refused(home: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(InputError):
        load_settings({}, home | {"POURPARLER_MAX_BYTES": "0"}, tmp_path)
