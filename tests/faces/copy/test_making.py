"""A copy is whole: links lead to what is in it, nothing comes from elsewhere, equal records give equal bytes."""

import hashlib
import re
from datetime import date
from html import unescape
from pathlib import Path

from pourparler.faces.copy.folder import SUMS
from pourparler.faces.copy.making import Copied, Maker
from pourparler.faces.web.pages import PAGES
from pourparler.record.opening import open_store
from tests.faces.copy.following import FEW, faults, leaves, made
from tests.record.drafts import draft

Made = tuple[Path, Copied]


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_link_leads_to_a_file_and_a_place_in_it(copied: Made) -> None:
    folder, said = copied
    assert faults(folder) == []
    assert not said.faults


def test_every_page_is_there_and_every_entry(copied: Made, record: Path) -> None:
    folder, said = copied
    there = contents(folder)
    for page in PAGES:
        name = "index" if page.path == "/" else page.path.strip("/")
        assert "{key}" in name or (f"{name}.html" in there) is not page.served, page.path
    with Maker(record, None, folder) as maker:
        rows = maker.snapshot.rows("SELECT kind, id FROM entries")
        reports = maker.snapshot.rows("SELECT id FROM reports")
    assert {f"{row['kind']}s/{row['id']}.html" for row in rows} <= set(there)
    assert {f"reports/{row['id']}.html" for row in reports} <= set(there)
    assert said.files == len(there) and said.pages == sum(name.endswith(".html") for name in there)
    assert there["calendar.ics"].startswith(b"BEGIN:VCALENDAR") and there["meetings.csv"].startswith(b"id,")


def test_a_page_asks_nothing_of_anybody(copied: Made) -> None:
    for file, leaf in leaves(copied[0]).items():
        assert not leaf.tags & {"form", "script", "noscript", "input", "iframe", "object", "base", "style"}, file
        assert "default-src 'none'" in leaf.policy and "unsafe" not in leaf.policy and "http" not in leaf.policy
        assert all("://" not in load for load in leaf.loads), file


def test_the_words_lead_to_the_same_words_in_their_report(copied: Made) -> None:
    folder, _ = copied
    page = (folder / "conditions.html").read_text(encoding="utf-8")
    cited = re.findall(r'<a href="(reports/\w+\.html)#w(\d+)-(\d+)"[^>]*>“([^”…\[]+)”</a>', page)
    assert len(cited) > 10
    for file, start, end, words in cited:
        report = (folder / file).read_text(encoding="utf-8")
        _, _, behind = report.partition(f'id="w{start}-{end}">')
        text = unescape(re.sub(r"<[^>]+>", "", behind[:2_000]))
        assert " ".join(text.split()).startswith(unescape(words)[:20])


def test_equal_records_give_equal_bytes_and_a_second_copy_takes_the_place_of_the_first(
    copied: Made, record: Path
) -> None:
    first = contents(copied[0])
    made(record, copied[0])
    assert contents(copied[0]) == first
    for line in first[SUMS].decode().splitlines()[1:]:
        digest, _, name = line.partition("  ")
        assert hashlib.sha256(first[name]).hexdigest() == digest
    assert len(first[SUMS].splitlines()) == len(first)


def test_nothing_of_this_machine_is_in_it(copied: Made, record: Path) -> None:
    for name, content in contents(copied[0]).items():
        assert str(record.parent).encode() not in content, name
        assert b'name="token"' not in content and b"127.0.0.1:" not in content, name


def test_a_copy_as_of_a_day(copied: Made, record: Path, tmp_path: Path) -> None:
    made(record, tmp_path / "then", date(2025, 2, 20))
    assert faults(tmp_path / "then") == []
    index = (tmp_path / "then" / "index.html").read_text(encoding="utf-8")
    assert "as of Thu 20 Feb 2025" in index and "as_of" not in index
    assert len(leaves(tmp_path / "then")) < len(leaves(copied[0]))


def test_parts_of_lists_beyond_the_limit_lose_their_link_and_keep_their_words(copied: Made) -> None:
    folder, said = copied
    there = contents(folder)
    assert any("parts of lists" in line for line in said.left_out)
    assert len({name for name in there if re.search(r"-[0-9a-f]{10}(-|\.html$)", name)}) >= FEW
    lost = re.findall(r"<a>\s*[^<\s]", (folder / "codebook.html").read_text(encoding="utf-8"))
    assert lost, "words stay where their link does not"
    assert "statements-page-2.html" in there, "the rest of a list is no part of it"


def test_hostile_names_stay_within_the_folder(tmp_path: Path) -> None:
    path = tmp_path / "in" / "talks.db"
    path.parent.mkdir()
    names = ("../../out.html", "/out.html", "con", 'a"><script>alert(1)</script>', "x?at=1-2#y", "%2e%2e/%2fout")
    with open_store(path, create=True) as store:
        for name in names:
            told = draft(name, "2025-03-01", "Norland said no truce, no truce.", "<b>Wire</b>")
            told.names("Norland", kind="state").says("no truce", "Norland", "reject").put(store)
    made(path, tmp_path / "copy")
    assert {one.name for one in tmp_path.iterdir()} == {"in", "copy"} and not list(tmp_path.rglob("out.html"))
    assert faults(tmp_path / "copy") == []
    assert not any("script" in leaf.tags for leaf in leaves(tmp_path / "copy").values())
    assert len(list((tmp_path / "copy" / "reports").iterdir())) == len(names)
