"""Finding each setting in the first place that gives it: flag, environment, file beside the record, user's file."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from pourparler.core.errors import InputError

FILE_NAME = "pourparler.toml"
PREFIX = "POURPARLER_"


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set. `max_bytes` is the largest report that is read; under `by` judgements are kept."""

    record: Path = Path("pourparler.db")
    case: str | None = None
    reader: str = "trained"
    max_bytes: int = 20_000_000
    by: str | None = None


Value = str | int


def load_settings(
    flags: Mapping[str, Value | Path | None] | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Settings:
    """The settings in force; `folder` is where a relative record lies when no flag names one (default: here).

    Raises InputError for a settings file that is no TOML, a name that is no setting, or a value of the wrong type.
    """
    given = {name: value for name, value in (flags or {}).items() if value is not None}
    environment = os.environ if environment is None else environment
    found: dict[str, object] = {}
    for path in reversed(settings_files(given.get("record"), environment, folder)):
        found |= read_file(path)
    found |= read_environment(environment)
    found |= {name: checked(name, value, "the command line") for name, value in given.items()}
    return Settings(**found)  # type: ignore[arg-type]


def settings_files(
    record: Value | Path | None, environment: Mapping[str, str], folder: Path | None = None
) -> tuple[Path, ...]:
    """The settings files that exist, nearest first: beside the record, then in the user's config folder."""
    record = record or environment.get(PREFIX + "RECORD")
    beside = Path(str(record)).parent if record else folder or Path()
    candidates = (beside / FILE_NAME, config_folder(environment) / FILE_NAME)
    return tuple(path for path in candidates if path.is_file())


def config_folder(environment: Mapping[str, str]) -> Path:
    """The user's folder for our settings: XDG_CONFIG_HOME or APPDATA where set, else ~/.config."""
    base = environment.get("XDG_CONFIG_HOME") or environment.get("APPDATA")
    return Path(base) / "pourparler" if base else Path("~/.config/pourparler").expanduser()


def read_environment(environment: Mapping[str, str]) -> dict[str, object]:
    """The settings that POURPARLER_* variables give; variables that name no setting are left alone."""
    names = {field.name for field in fields(Settings)}
    found = {name: environment.get(PREFIX + name.upper()) for name in names}
    return {name: checked(name, value, PREFIX + name.upper()) for name, value in found.items() if value}


def read_file(path: Path) -> dict[str, object]:
    """The settings of one TOML file; a relative `record` is counted from the file's folder."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path} is no TOML file: {error}.", "Correct it or move it away.") from error
    found = {name: checked(name, value, str(path)) for name, value in table.items()}
    if "record" in found:
        found["record"] = path.parent / str(found["record"])
    return found


def checked(name: str, value: object, where: str) -> object:
    """`value` in the type that the setting `name` has; raises InputError when it has none or does not fit."""
    defaults = {field.name: field.default for field in fields(Settings)}
    if name not in defaults:
        raise InputError(f"{where}: there is no setting {name!r}.", f"Settings are: {', '.join(sorted(defaults))}.")
    if name == "record":
        return Path(str(value)).expanduser()
    if not isinstance(defaults[name], int):
        return str(value)
    text = str(value).replace("_", "")
    if not text.isdecimal() or int(text) == 0:
        raise InputError(f"{where}: {name} is {value!r}.", f"Give a whole number, such as {defaults[name]}.")
    return int(text)
