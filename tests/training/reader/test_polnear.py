"""Labels of words from attributions in the corpus's shape, on documents in our own words."""

import json
from pathlib import Path
from typing import Any

import pytest

from pourparler.encoder.session import pieces
from pourparler.text.words import tokens
from training.reader.polnear import FLAT, PAIR, Example, documents, examples

TEXT = (
    "Fishermen rejected the quota on Monday.\n\n"
    "“We cannot live on it,” their spokesman said, “and we will not try.” He added that boats would stay in port."
)


Quote = tuple[list[str], list[str], list[str]]


def span(words: str, text: str = TEXT) -> list[int]:
    """Where some words stand."""
    return [text.index(words), text.index(words) + len(words)]


def document(*quotes: Quote, text: str = TEXT) -> dict[str, Any]:
    """A document with attributions given by the words of source, cue and content."""
    return {
        "id": "own",
        "annotator": "us",
        "text": text,
        "quotes": [
            dict(zip(("source", "cue", "content"), ([span(w, text) for w in role] for role in quote), strict=True))
            for quote in quotes
        ],
    }


def one(made: dict[str, Any]) -> Example:
    """The one window of a document."""
    (found,) = examples(made, pieces())
    return found


def forms(found: Example, labels: tuple[int, ...], names: tuple[str, ...]) -> list[tuple[str, str]]:
    """The words that have a label, with it; words are those of `TEXT`."""
    words = [form for _, _, form in tokens(TEXT)]
    return [(words[at], names[label]) for at, label in enumerate(labels) if label]


SPOKEN = (["their spokesman"], ["said"], ["“We cannot live on it,”", "“and we will not try.”"])
ADDED = (["He"], ["added"], ["that boats would stay in port"])


def test_words_have_flat_labels_of_their_role() -> None:
    found = one(document(ADDED))
    assert forms(found, found.flat, FLAT) == [
        *[("He", "B-source"), ("added", "B-cue"), ("that", "B-content"), ("boats", "I-content")],
        *[("would", "I-content"), ("stay", "I-content"), ("in", "I-content"), ("port", "I-content")],
    ]


def test_each_cue_sees_its_own_source_and_content() -> None:
    found = one(document(SPOKEN, ADDED))
    said, added = found.quoting
    assert [PAIR[label] for label in said.labels if label][:2] == ["B-content", "I-content"]
    seen = forms(found, said.labels, PAIR)
    assert [form for form, label in seen if label == "B-content"] == ["“", "“"], "a content in two parts"
    assert [form for form, label in seen if label.endswith("source")] == ["their", "spokesman"]
    assert forms(found, added.labels, PAIR)[0] == ("He", "B-source")
    assert found.flat[said.first] == FLAT.index("B-cue")
    assert (said.last - said.first, added.last - added.first) == (1, 1)


def test_two_cues_may_share_a_source() -> None:
    found = one(document((["He"], ["added"], ["that boats would stay in port"]), (["He"], ["stay"], ["in port"])))
    first, second = found.quoting
    assert forms(found, first.labels, PAIR)[0] == forms(found, second.labels, PAIR)[0] == ("He", "B-source")


def test_an_attribution_without_cue_is_flat_alone() -> None:
    found = one(document((["their spokesman"], [], ["“We cannot live on it,”"])))
    assert not found.quoting
    assert FLAT.index("B-content") in found.flat


def test_a_span_inside_a_word_marks_the_word() -> None:
    made = document(ADDED)
    made["quotes"][0]["cue"][0][1] -= 2
    found = one(made)
    assert ("added", "B-cue") in forms(found, found.flat, FLAT)


def test_an_empty_span_marks_nothing() -> None:
    made = document(ADDED)
    made["quotes"][0]["cue"] = [[TEXT.index(" He"), TEXT.index(" He") + 1]]
    found = one(made)
    assert not found.quoting
    assert FLAT.index("B-cue") not in found.flat


@pytest.mark.parametrize("text", ["", "Nobody was quoted."])
def test_a_document_without_attributions_has_no_labels(text: str) -> None:
    for found in examples(document(text=text), pieces()):
        assert not any(found.flat)
        assert not found.quoting


def test_a_long_document_has_every_cue_where_it_can_be_seen() -> None:
    text = "\n\n".join(f"Boat {n} left. The mate of boat {n} told us that its crew was tired." for n in range(60))
    quotes: list[Quote] = [([f"The mate of boat {n} told"], [], []) for n in range(60)]
    made = document(*quotes, text=text)
    for quote in made["quotes"]:
        told = quote["source"][0][1] - 4
        quote["source"][0][1] -= 5
        quote["cue"] = [[told, told + 4]]
        quote["content"] = [[text.index("that", told), text.index(" tired", told) + 6]]
    found = list(examples(made, pieces()))
    assert len(found) > 2
    cues = [e.window.first + q.first for e in found for q in e.quoting if q.first >= e.window.fresh - e.window.first]
    assert len(cues) == len(set(cues)) == 60
    for example in found:
        assert len(example.flat) == len(example.sentences) == len(example.paragraphs) == len(example.window.starts)
        for quoting in example.quoting:
            assert 0 <= quoting.first < quoting.last <= len(example.flat)
            assert len(quoting.labels) == len(example.flat)


def test_documents_are_read_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "dev.jsonl"
    file.write_text(json.dumps(document(ADDED)) + "\n\n" + json.dumps(document(SPOKEN)) + "\n", encoding="utf-8")
    assert documents(file) == [document(ADDED), document(SPOKEN)]
