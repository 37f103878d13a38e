"""GUM read by word, trees and mentions counted, on a document worked out by hand."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bench import gum, mentions_score, peers_trees, tree_errors, trees
from bench.__main__ import main
from bench.coreference import conll
from bench.gum import Document
from pourparler.encoder.analysis import Analysis
from pourparler.encoder.naming import Named

TEXT = "Dana Roy and Lee met.\nShe left."
TOKENS = [
    [0, 4, "PROPN", "nsubj", 5],
    [5, 8, "PROPN", "flat", 1],
    [9, 12, "CCONJ", "cc", 4],
    [13, 16, "PROPN", "conj", 1],
    [17, 20, "VERB", "root", 0],
    [20, 21, "PUNCT", "punct", 5],
    [22, 25, "PRON", "nsubj:pass", 2],
    [26, 30, "VERB", "root", 0],
    [30, 31, "PUNCT", "punct", 2],
]
ENTITIES = [
    {"s": 0, "e": 16, "type": "person", "group": "1"},
    {"s": 0, "e": 8, "type": "person", "group": "2"},
    {"s": 13, "e": 16, "type": "person", "group": "3"},
    {"s": 22, "e": 25, "type": "person", "group": "2"},
]


@pytest.fixture
def document(tmp_path: Path) -> Document:
    row: dict[str, Any] = {"id": "a", "genre": "news", "text": TEXT, "sentences": [[0, 21], [22, 31]], "tokens": TOKENS}
    row |= {"entities": ENTITIES, "dct": "2020-01-01"}
    lines = [json.dumps(row | {"split": split}) for split in ("train", "dev")]
    path = tmp_path / "gum.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    (found,) = gum.documents(path)
    return found


def test_a_document_is_read_by_word(document: Document) -> None:
    assert document.split == "dev"
    assert [TEXT[start:end] for start, end in document.words][:3] == ["Dana", "Roy", "and"]
    assert document.heads == (4, 0, 3, 0, 4, 4, 7, 7, 7)
    assert (document.sentences, document.paragraphs) == (((0, 6), (6, 9)), (0, 1))
    assert [(m.first, m.last, m.head) for m in document.mentions] == [(0, 4, 0), (0, 2, 0), (3, 4, 3), (6, 7, 6)]


def test_groups_are_genres_the_press_and_all(document: Document) -> None:
    assert gum.groups([document]) == {"news": [0], "news + interview": [0], "all": [0]}


def test_words_are_counted_by_tag_head_and_relation(document: Document) -> None:
    tags = ["PROPN", "PROPN", "CCONJ", "NOUN", "VERB", "PUNCT", "PRON", "VERB", "PUNCT"]
    heads = [4, 0, 3, 0, 4, 4, 7, 7, 6]
    relations = ["nsubj", "compound", "cc", "conj", "root", "punct", "nsubj", "root", "punct"]
    count = trees.tally(document, trees.Tree(tags, heads, relations))
    # One tag wrong, one head wrong, one relation wrong ("compound"), one in its subtype alone ("nsubj").
    assert dict(count) == {"words": 9, "tags": 8, "UAS": 8, "LAS": 6, "LAS plain": 7}
    assert trees.figures([count, count])["LAS"] == pytest.approx(66.67)
    (line,) = [line for line in trees.table([document], {"one": [count]}) if line.startswith("all")]
    assert line == "all | 9 | 88.9 / 88.9 / 66.7 / 77.8"


def test_a_system_without_a_parse_shows_tags_alone(document: Document) -> None:
    count = trees.tally(document, trees.Tree(document.tags))
    assert trees.table([document], {"one": [count]})[-1] == "all | 9 | 100.0"


NAMED: list[mentions_score.Named] = [
    (0, 2, 0, "person", None),
    (3, 4, 3, "organization", None),
    (6, 7, 6, "person", 0),
    (7, 8, 7, "event", None),
]


def test_mentions_are_counted_by_words_and_by_head(document: Document) -> None:
    count = mentions_score.tally(document.mentions, NAMED)
    # Of four found: two have words and kind, one more the words; heads 0 (twice in the gold) and 6 have their kind.
    assert mentions_score.prf(count, "exact") == (50.0, 50.0, 50.0)
    assert mentions_score.prf(count, "span")[2] == 75.0
    assert mentions_score.prf(count, "head")[2] == 50.0
    assert mentions_score.prf(count, "kind person") == pytest.approx((100.0, 50.0, 66.67), abs=0.01)
    assert mentions_score.prf(count, "kind event") == (0.0, 0.0, 0.0)
    assert count["reach"] == 3


def test_who_is_meant_again_follows_the_links(document: Document) -> None:
    assert {frozenset(c) for c in mentions_score.key_clusters(document)} == {
        frozenset({(0, 4)}),
        frozenset({(0, 2), (6, 7)}),
        frozenset({(3, 4)}),
    }
    linked = mentions_score.response_clusters(NAMED)
    assert frozenset({(0, 2), (6, 7)}) in linked and len(linked) == 3
    (alone,) = mentions_score.coreference([document], [NAMED], singletons=False)
    assert conll(alone) == pytest.approx(100.0)
    assert mentions_score.figures([document], [NAMED])["conll, no singletons"] == 100.0


def test_from_the_text_alone_offsets_are_compared(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    words = [(0, 8, "Dana Roy"), (9, 12, "and"), (13, 16, "Lee"), (22, 25, "She")]
    told = [Named(0, 1, 0, "person", None, 0.0), Named(0, 3, 2, "person", None, 0.0), Named(3, 4, 3, "person", 0, 0.9)]
    monkeypatch.setattr(trees, "seen_text", lambda text: SimpleNamespace(words=words, mentions=told))
    gold, found = mentions_score.from_text(document)
    assert [(m.first, m.last, m.head) for m in gold.mentions] == [(0, 16, 0), (0, 8, 0), (13, 16, 13), (22, 25, 22)]
    assert found == [(0, 8, 0, "person", None), (0, 16, 13, "person", None), (22, 25, 22, "person", 0)]
    assert mentions_score.figures([gold], [found])["conll, no singletons"] == 100.0


def test_of_two_mentions_with_the_same_words_the_first_counts() -> None:
    told = [Named(0, 3, 2, "place", None, 0.0), Named(0, 3, 0, "person", None, 0.0)]
    assert mentions_score.named(cast(Analysis, SimpleNamespace(mentions=told))) == [(0, 3, 0, "person", None)]


def test_inner_mentions_hold_no_other(document: Document) -> None:
    told = [(m.first, m.last, m.kind) for m in document.mentions]
    assert peers_trees.innermost(told) == [(0, 2, "person"), (3, 4, "person"), (6, 7, "person")]
    assert peers_trees.innermost([(0, 3, "a"), (2, 5, "b")]) == [(0, 3, "a")]
    assert peers_trees.innermost([(0, 3, "a"), (0, 3, "b")]) == [(0, 3, "a")]


def test_sentences_to_read_lie_at_even_distances(document: Document) -> None:
    assert tree_errors.chosen([document]) == [(0, (0, 6))]
    many = replace(document, sentences=document.sentences[:1] * 100)
    assert len(tree_errors.chosen([many, many])) == tree_errors.SENTENCES
    assert {number for number, _ in tree_errors.chosen([many, many])} == {0, 1}
    assert tree_errors.chosen([replace(document, genre="voyage")]) == []


def test_without_spacy_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(peers_trees, "shared", lambda *parts: tmp_path / "gum.jsonl")
    monkeypatch.setattr(peers_trees, "ROOT", tmp_path)
    monkeypatch.setattr("sys.argv", ["bench", "peers", "trees", "--python", str(tmp_path / "none")])
    assert main() == 1
    assert "has no spaCy" in capsys.readouterr().err


def test_nothing_counted_gives_no_figures() -> None:
    assert trees.figures([Counter()])["LAS"] == 0.0
