"""Hits are found in the texts as the index finds them, at exact places; passages show them in their words."""

from pourparler.core.evidence import Span
from pourparler.faces.snapshot.tables import TABLES
from pourparler.faces.web.texts.passages import LONG, TOKENIZER, hits, marked_runs, passages, runs, shortened
from pourparler.faces.web.texts.typed import terms


def found(text: str, typed: str) -> list[str]:
    """The words of a text that a search hits."""
    return [hit.of(text) for hit in hits([text], terms(typed))[0]]


def test_the_words_are_told_apart_as_in_the_index() -> None:
    assert TABLES.count(f'tokenize="{TOKENIZER}"') == 2


def test_hits_stand_at_their_code_points() -> None:
    text = "\U0001f600 Zürich: the truces, a truce; \ufdd0 TRUCE \ufdd1. \0 Cease-fire, ceasefires \ud800 truce"
    assert found(text, "truce") == ["truces", "truce", "TRUCE", "truce"]
    assert found(text, "zurich") == ["Zürich"]
    assert found(text, '"a truce"') == ["a truce"]
    assert found(text, "cease-fire") == ["Cease-fire"]
    assert found(text, "ceas*") == ["Cease", "ceasefires"]
    assert found(text, "truce nothing") == found(text, "truce")
    assert found(text, "nothing") == []
    assert hits([], terms("truce")) == [] and hits([text], ()) == [()]


def test_passages_are_the_stretches_with_most_hits() -> None:
    filler = "word " * 100
    text = f"{filler}truce. {filler}A truce for Norland. {filler}truce"
    made = passages(text, hits([text], terms("truce norland"))[0], most=1)
    assert len(made) == 1
    shown = "".join(words for words, _ in made[0].runs)
    assert "A truce for Norland." in shown and shown.startswith("… ") and shown.endswith(" …")
    assert made[0].at.of(text) == "truce for Norland"
    assert [words for words, is_hit in made[0].runs if is_hit] == ["truce", "Norland"]
    every = passages(text, hits([text], terms("truce"))[0])
    assert [one.at.start for one in every] == sorted(one.at.start for one in every) and len(every) == 3


def test_words_are_shown_escaped_and_made_visible() -> None:
    text = "a <b>\u202etruce</b>"
    made = runs(text, hits([text], terms("truce"))[0])
    assert str(marked_runs(made)) == "a &lt;b&gt;‹U+202E›<mark>truce</mark>&lt;/b&gt;"


def test_long_words_are_shortened_around_their_hits() -> None:
    text = "word " * 200 + "truce " + "word " * 200
    shown = "".join(words for words, _ in shortened(text, hits([text], terms("truce"))[0]))
    assert "truce" in shown and len(shown) <= LONG
    assert len("".join(words for words, _ in shortened(text, ()))) <= LONG
    assert shortened("truce", (Span(0, 5),)) == (("truce", True),)
