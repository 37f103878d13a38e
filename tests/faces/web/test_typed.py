"""What is typed into a search becomes words and phrases, whatever it is."""

import sqlite3

import pytest

from pourparler.faces.web.texts.typed import MOST, Term, match, terms


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("no truce", (Term("no"), Term("truce"))),
        ('"no  truce" now', (Term("no truce"), Term("now"))),
        ("“no truce”", (Term("no truce"),)),
        ('"no truce', (Term("no truce"),)),
        ("ceas*", (Term("ceas", True),)),
        ("a* *", (Term("a"),)),
        ("cease-fire U.S.", (Term("cease-fire"), Term("U.S."))),
        ("- ... *** \"\" ''", ()),
        ("words:x AND OR", (Term("words:x"), Term("AND"), Term("OR"))),
        ("same same", (Term("same"),)),
        ("", ()),
    ],
)
def test_terms(typed: str, wanted: tuple[Term, ...]) -> None:
    assert terms(typed) == wanted
    assert terms(" ".join(term.typed for term in wanted)) == wanted


def test_a_long_search_is_cut() -> None:
    assert len(terms(" ".join(map(str, range(100))))) == MOST


def test_nothing_typed_is_a_command() -> None:
    with sqlite3.connect(":memory:") as connection:
        connection.execute(
            'CREATE VIRTUAL TABLE words USING fts5(text, tokenize="porter unicode61 remove_diacritics 2")'
        )
        connection.execute("INSERT INTO words VALUES ('no truce: the U.S. said \"never\" AND left')")
        odd = [chr(code) for code in (*range(0x20, 0x250), 0x0, 0x300, 0x202E, 0x2019, 0xD800, 0xE000, 0x1F600)]
        for one in odd:
            for typed in (one, f"{one}a", f"a{one}", f'"{one}', f"a {one}b* {one}"):
                if wanted := terms(typed):
                    connection.execute("SELECT * FROM words WHERE words MATCH ?", (match(wanted),)).fetchall()
        assert connection.execute(
            "SELECT * FROM words WHERE words MATCH ?", (match(terms('U.S. "said never"')),)
        ).fetchall()
