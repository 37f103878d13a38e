"""Files and folders as sources: what is found, how it is named, what is passed by."""

import os
from pathlib import Path

import pytest

from pourparler.core.errors import InputError
from pourparler.sources import Fault, Item, LeftOut, Limits, Media, open_source


def fill(folder: Path, *names: str, text: str = "The council met.") -> Path:
    """A folder with a small file under each name."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def names(path: Path, kind: type = Item) -> list[str]:
    return [found.name for found in open_source(path).items() if isinstance(found, kind)]


def test_reports_are_named_by_their_path_below_the_folder(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a.md", "deep/er/c.html", "d.HTM", "e.eml")
    assert names(tmp_path) == ["a.md", "b.txt", "d.HTM", "e.eml", "deep/er/c.html"]
    assert open_source(tmp_path).count() == 5


def test_a_file_given_by_itself_is_named_by_its_file_name(tmp_path: Path) -> None:
    fill(tmp_path, "deep/c.txt")
    (item,) = open_source(tmp_path / "deep" / "c.txt").items()
    assert isinstance(item, Item)
    assert (item.name, item.media, item.content) == ("c.txt", Media.TEXT, b"The council met.")


def test_other_files_of_a_folder_are_left_out_and_named(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "map.png", ".hidden.txt", ".git/b.txt", "__MACOSX/a.txt")
    assert names(tmp_path) == ["a.txt"]
    assert names(tmp_path, LeftOut) == ["map.png"]


def test_the_snapshots_beside_a_record_are_passed_by(tmp_path: Path) -> None:
    fill(tmp_path, "talks.db", "talks.db.snapshots/all.db", "other.snapshots/note.txt")
    assert names(tmp_path) == ["other.snapshots/note.txt"]
    assert names(tmp_path, LeftOut) == ["talks.db"]


def test_the_folder_that_a_browser_saves_beside_a_page_is_passed_by(tmp_path: Path) -> None:
    fill(tmp_path, "page.html", "page_files/frame.html", "notes_files/a.txt")
    assert names(tmp_path) == ["page.html", "notes_files/a.txt"]


def test_a_file_of_another_kind_given_by_itself_is_a_fault_with_advice(tmp_path: Path) -> None:
    fill(tmp_path, "a.docx")
    (fault,) = open_source(tmp_path / "a.docx").items()
    assert isinstance(fault, Fault) and ".docx" in fault.what and ".txt" in fault.todo


def test_a_missing_path_names_its_neighbour(tmp_path: Path) -> None:
    fill(tmp_path, "reports/a.txt")
    with pytest.raises(InputError) as error:
        open_source(tmp_path / "report")
    assert str(tmp_path / "reports") in error.value.todo


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path) -> None:
    fill(tmp_path, "big.txt", text="x" * 2_000)
    (fault,) = open_source(tmp_path / "big.txt", Limits(1_000)).items()
    assert isinstance(fault, Fault) and "limit" in fault.what and "--max-bytes" in fault.todo


def test_a_link_that_leads_nowhere_is_a_fault_and_the_rest_is_found(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt")
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    first, second = open_source(tmp_path).items()
    assert isinstance(first, Fault) and first.name == "a.txt"
    assert second.name == "b.txt"


def test_a_closed_folder_is_a_fault_and_the_rest_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, "b.txt", "closed/a.txt")
    whole = os.scandir

    def guarded(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path)

    monkeypatch.setattr(os, "scandir", guarded)
    item, fault = open_source(tmp_path).items()
    assert item.name == "b.txt" and isinstance(fault, Fault)
    assert fault.name == "closed" and "Permission denied" in fault.what


def test_an_empty_folder_counts_nothing(tmp_path: Path) -> None:
    assert open_source(tmp_path).count() == 0
    assert list(open_source(tmp_path).items()) == []


def test_a_folder_with_a_table_does_not_say_how_many_reports_it_has(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.csv")
    assert open_source(tmp_path).count() is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_what_is_no_ordinary_file_is_a_fault_and_never_waited_for(tmp_path: Path) -> None:
    for name in ("pipe.txt", "pipe.csv", "pipe.jsonl"):
        os.mkfifo(tmp_path / name)
    found = list(open_source(tmp_path).items())
    assert [one.what for one in found if isinstance(one, Fault)] == ["It is no ordinary file."] * 3


def test_a_name_that_is_not_utf8_is_told_by_its_escapes(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("The council met.", encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system holds UTF-8 names only")
    assert names(tmp_path) == ["caf\\xe9.txt"]
    assert names(next(tmp_path.iterdir())) == ["caf\\xe9.txt"]
