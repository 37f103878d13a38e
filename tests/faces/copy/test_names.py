"""The names of files: fit for any disk, told apart, and never out of the folder."""

from pathlib import PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pourparler.faces.copy.names import FILE, RESERVED, file_of, relative

WORD = st.text(min_size=1, max_size=12)
QUICK = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(
    ("path", "query", "file"),
    [
        ("/", (), "index.html"),
        ("/meetings", (), "meetings.html"),
        ("/meetings", (("page", "2"),), "meetings-page-2.html"),
        ("/meetings/m2eb03b2988e9", (), "meetings/m2eb03b2988e9.html"),
        ("/review/log", (), "review/log.html"),
        ("/calendar.ics", (), "calendar.ics"),
        ("/meetings.csv", (), "meetings.csv"),
    ],
)
def test_plain_addresses_have_plain_names(path: str, query: tuple[tuple[str, str], ...], file: str) -> None:
    assert file_of(path, query) == file


def test_a_query_is_shown_in_the_name() -> None:
    name = file_of("/positions", (("issue", "cease-fire: “now”"), ("party", "Norland")))
    assert name.startswith("positions-issue-cease-fire-now-party-norland-") and FILE.fullmatch(name)
    assert file_of("/meetings", (("party", "a"),)) != file_of("/meetings", (("party", "A"),))


@QUICK
@given(st.lists(WORD, max_size=3), st.lists(st.tuples(WORD, WORD), max_size=3))
def test_no_name_leads_out_whatever_the_address(parts: list[str], query: list[tuple[str, str]]) -> None:
    name = file_of("/" + "/".join(parts), tuple(query))
    assert FILE.fullmatch(name) and ".." not in PurePosixPath(name).parts and len(name) < 200
    assert not {part.partition(".")[0] for part in PurePosixPath(name).parts} & RESERVED


@pytest.mark.parametrize("key", ["../../etc/passwd", "..", "CON", "con", "a\0b", "C:\\x", "é" * 300, "x" * 5000])
def test_hostile_keys_stay_within(key: str) -> None:
    name = file_of(f"/reports/{key}")
    assert FILE.fullmatch(name) and name.startswith("reports/") and len(name) < 100


@QUICK
@given(st.tuples(WORD, WORD), st.tuples(WORD, WORD))
def test_addresses_that_differ_have_files_that_differ(one: tuple[str, str], other: tuple[str, str]) -> None:
    names = {pair: file_of("/meetings", (pair,)).lower() for pair in (one, other)}
    assert len(set(names.values())) == len(names)


def test_the_way_between_files() -> None:
    assert relative("static/page.css", "meetings/m1.html") == "../static/page.css"
    assert relative("meetings/m1.html", "index.html") == "meetings/m1.html"
    assert relative("meetings/m2.html", "meetings/m1.html") == "m2.html"
