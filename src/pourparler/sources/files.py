"""Reports in files and folders, named by their path below the folder that was given."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from pourparler.core.errors import InputError
from pourparler.sources.item import Fault, Found, Item, LeftOut, Limits, Media, Source
from pourparler.sources.rows import read_table

MEDIA = {
    ".txt": Media.TEXT,
    ".md": Media.MARKDOWN,
    ".html": Media.HTML,
    ".htm": Media.HTML,
    ".eml": Media.MAIL,
}
"""Name endings of files that hold one report each."""
ROWS = (".jsonl", ".ndjson", ".csv")
"""Name endings of files that hold one report per row."""
READABLE = ", ".join((*MEDIA, *ROWS))


@dataclass(frozen=True, slots=True)
class FileSource:
    """One file: a report, or a table of reports. `name` is what the report is called in the record."""

    path: Path
    name: str
    limits: Limits = field(default_factory=Limits)

    @property
    def place(self) -> str:
        """The path of the file."""
        return str(self.path)

    def count(self) -> int | None:
        """1 for a report, None for a table whose rows are not counted yet."""
        return None if self.path.suffix.lower() in ROWS else 1

    def items(self) -> Iterator[Found]:
        """The report, or the reports of the table."""
        suffix = self.path.suffix.lower()
        if suffix in ROWS:
            yield from read_table(self.path, self.name, self.limits)
        elif suffix in MEDIA or not suffix:
            yield load(self.path, self.name, MEDIA.get(suffix, Media.TEXT), self.limits)
        else:
            todo = f"Save it as text; read are {READABLE}."
            yield Fault(self.name, "open", f"Files named {suffix} cannot be read.", todo)


@dataclass(frozen=True, slots=True)
class FolderSource:
    """A folder and all below it; passed by are hidden files, the picture folders of saved pages, and what a record has
    in a folder of its own beside it."""

    path: Path
    limits: Limits = field(default_factory=Limits)

    @property
    def place(self) -> str:
        """The path of the folder."""
        return str(self.path)

    def count(self) -> int | None:
        """The number of report files, None when there are tables among them."""
        suffixes = [path.suffix.lower() for path in walk(self.path)]
        return None if any(suffix in ROWS for suffix in suffixes) else sum(suffix in MEDIA for suffix in suffixes)

    def items(self) -> Iterator[Found]:
        """The reports of all files in the order of their names."""
        closed: list[OSError] = []
        for path in walk(self.path, closed):
            name = name_below(path, self.path)
            if path.suffix.lower() in MEDIA or path.suffix.lower() in ROWS:
                yield from FileSource(path, name, self.limits).items()
            else:
                yield LeftOut(name)
        for error in closed:
            name = name_below(Path(str(error.filename)), self.path)
            what = f"The folder cannot be opened: {error.strerror or error}."
            yield Fault(name, "open", what, "Check that you may read it.")


def open_source(path: Path, limits: Limits | None = None) -> Source:
    """The source at `path`; raises InputError when nothing is there, with the nearest name where one is near."""
    limits = limits or Limits()
    if path.is_dir():
        return FolderSource(path, limits)
    if path.exists():
        return FileSource(path, name_below(path, path.parent), limits)
    near = near_path(path)
    raise InputError(f"There is no file or folder {path}.", f"Did you mean {near}?" if near else "Check the path.")


def name_below(path: Path, folder: Path) -> str:
    """The path of a file below `folder` with / between its parts; bytes that are not UTF-8 stand as their escapes."""
    return path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def near_path(path: Path) -> Path | None:
    """A path in the same folder whose name is nearly that of `path`, or None."""
    try:
        names = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return None
    found = get_close_matches(path.name, names, n=1, cutoff=0.7)
    return path.parent / found[0] if found else None


def walk(folder: Path, closed: list[OSError] | None = None) -> Iterator[Path]:
    """Every file below `folder` in the order of path names; links to folders are not followed.

    Folders that cannot be opened are put into `closed`, each as the error with the folder's name.
    """
    for root, folders, files in os.walk(folder, onerror=(lambda error: None) if closed is None else closed.append):
        folders[:] = sorted(name for name in folders if not passed_by(name, files))
        yield from (Path(root) / name for name in sorted(files) if not name.startswith("."))


def passed_by(folder: str, files: list[str]) -> bool:
    """True for a hidden folder, the `X_files` that browsers save beside a page `X.html`, the snapshots of a record."""
    if folder.startswith(".") or folder == "__MACOSX" or folder.removesuffix(".snapshots") in files:
        return True
    page = folder.removesuffix("_files")
    return page != folder and any(name in files for name in (f"{page}.html", f"{page}.htm"))


def load(path: Path, name: str, media: Media, limits: Limits) -> Found:
    """The item of one file, or the fault that keeps it from being read."""
    try:
        size = path.stat().st_size
        if size > limits.max_bytes:
            what = f"The file has {size / 1e6:,.1f} MB; the limit is {limits.max_bytes / 1e6:,.1f} MB."
            todo = "Split it, or raise the limit: --max-bytes or POURPARLER_MAX_BYTES."
            return Fault(name, "open", what, todo)
        if not path.is_file():
            return Fault(name, "open", "It is no ordinary file.", "Copy what it gives to a file of text.")
        return Item(name, media, path.read_bytes())
    except OSError as error:
        return Fault(name, "open", f"It cannot be opened: {error.strerror or error}.", "Check that you may read it.")
