"""The folder of a copy: nothing of others is touched, nothing is written outside."""

from pathlib import Path

import pytest

from pourparler.core.errors import InputError
from pourparler.faces.copy.folder import SUMS, begin


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    own = tmp_path / "notes.txt"
    own.write_text("mine")
    with pytest.raises(InputError, match="is not empty"):
        begin(tmp_path)
    (tmp_path / SUMS).write_text("0000  notes.txt\n")
    with pytest.raises(InputError, match="is not empty"):
        begin(tmp_path)
    assert own.read_text() == "mine"
    with pytest.raises(InputError, match="is a file"):
        begin(own)


def test_an_earlier_copy_makes_room_and_what_was_put_beside_it_stays(tmp_path: Path) -> None:
    with begin(tmp_path / "copy") as folder:
        folder.put("index.html", b"one")
        folder.put("meetings/m1.html", b"one")
    beside = tmp_path / "copy" / "meetings" / "note.txt"
    beside.write_text("mine")
    with begin(tmp_path / "copy") as folder:
        folder.put("index.html", b"two")
    left = sorted(path.name for path in (tmp_path / "copy").rglob("*") if path.is_file())
    assert left == [SUMS, "index.html", "note.txt"] and (tmp_path / "copy" / "index.html").read_bytes() == b"two"


def test_one_that_was_broken_off_is_begun_again(tmp_path: Path) -> None:
    folder = begin(tmp_path / "copy")
    folder.put("index.html", b"half")
    folder.sums.close()
    with begin(tmp_path / "copy") as again:
        again.put("index.html", b"whole")
    assert (tmp_path / "copy" / "index.html").read_bytes() == b"whole"


@pytest.mark.parametrize("name", ["../out.html", "/out.html", "a/../../out.html", "a/b/c.html", "", ".hidden", "a\\b"])
def test_no_name_leads_out(tmp_path: Path, name: str) -> None:
    with begin(tmp_path / "copy") as folder, pytest.raises(InputError, match="no name of a file"):
        folder.put(name, b"")
    assert [path.name for path in tmp_path.iterdir()] == ["copy"]


def test_a_list_that_was_tampered_with_deletes_nothing_outside(tmp_path: Path) -> None:
    kept = tmp_path / "kept.html"
    kept.write_text("mine")
    with begin(tmp_path / "copy") as folder:
        folder.put("index.html", b"")
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.html").write_text("mine")
    (tmp_path / "copy" / "link").symlink_to(other)
    with (tmp_path / "copy" / SUMS).open("a") as sums:
        sums.write("00  ../kept.html\n00  link/x.html\n")
    begin(tmp_path / "copy").sums.close()
    assert kept.read_text() == "mine" and (other / "x.html").read_text() == "mine"


def test_a_folder_that_is_a_link_elsewhere_is_not_written_through(tmp_path: Path) -> None:
    with begin(tmp_path / "copy") as folder:
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "copy" / "meetings").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(InputError, match="leads out"):
            folder.put("meetings/m1.html", b"")
    assert not list((tmp_path / "elsewhere").iterdir())


def test_what_is_in_the_way_stays(tmp_path: Path) -> None:
    with begin(tmp_path / "copy") as folder:
        (tmp_path / "copy" / "index.html").write_text("mine")
        with pytest.raises(InputError, match="in the way"):
            folder.put("index.html", b"")
    assert (tmp_path / "copy" / "index.html").read_text() == "mine"
