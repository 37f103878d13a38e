"""Where sentences end: abbreviations, quotations, slips of the press; and that nothing is lost or crossed."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparler.core.evidence import Span
from pourparler.text.sentences import paragraphs, split

GUM = Path(__file__).resolve().parents[3] / "shared" / "data" / "entities" / "gum.jsonl"

SPLITS = [
    ["The U.S. and the E.U. met Mr. Lund on Feb. 3 in St. Gallen.", "Lt. Gen. Hale came at 9 a.m. too."],
    [
        "They talked in the U.S. on Monday.",
        "Nothing came of it in the U.S.",
        "The dockers left at 5 p.m.",
        "He stayed.",
    ],
    ["“We will not move from the front line.”", "He said no more."],
    ['"We are done.', 'We go home," the union leader said.', '"That is all."'],
    ["“Will they sign?” Ms. Lund asked.", "“Never!” shouted a docker."],
    ["“I think … we may agree.", "Soon.”", "She smiled."],
    ["He wants peace ... but on his terms.", "She does not."],
    ["The truce held on the front line.", "He left early."],
    ["The price rose by 3.5 percent to $1.20.", "Dr. J. R. Stone of Acme Inc. disagreed."],
    ["Writer L. Ron Berg met her.", "See example.org for more."],
    ["Talks failed, - the minister.", "They go on next week."],
    ["He asked: “Why now?” and left.", "Nobody knew."],
    ["Is it over?!", "(Nobody knows.)", "It may be."],
    ["The café was full.", "🕊️ Peace, they sang!", "«Enough.»", "They left."],
    ["Hale said/ he would go.", "Stone won’t."],
]


@pytest.mark.parametrize("parts", SPLITS, ids=lambda parts: parts[0][:30])
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [sentence.span.of(text) for sentence in split(text)] == parts


def test_a_missing_space_still_ends_a_sentence() -> None:
    text = "They met at the front line.He left.“Never,” she said."
    assert [sentence.span.of(text) for sentence in split(text)] == [
        "They met at the front line.",
        "He left.",
        "“Never,” she said.",
    ]


def test_lines_are_paragraphs_whatever_ends_them() -> None:
    text = (
        "Dockers Walk Out of Talks\r\n\r\nThe dockers left. They were angry.\r\n"
        "• First demand\r\n• Second demand\n1. Pay more"
    )
    found = [(sentence.paragraph, sentence.span.of(text)) for sentence in split(text)]
    assert found == [
        (0, "Dockers Walk Out of Talks"),
        (1, "The dockers left."),
        (1, "They were angry."),
        (2, "• First demand"),
        (3, "• Second demand"),
        (4, "1. Pay more"),
    ]


def test_lines_cut_by_a_fixed_width_are_one_paragraph() -> None:
    text = (
        "The two unions and the port authority will meet again on Thursday after\n"
        "their first round ended without any agreement on the new rota, a mediator\n"
        "said late on Monday.\n"
        "\n"
        "A second paragraph follows here.\n"
    )
    assert [span.of(text)[:20] for span in paragraphs(text)] == ["The two unions and t", "A second paragraph f"]
    assert len(split(text)) == 2


def test_what_is_no_news_is_in_no_sentence_and_is_a_border() -> None:
    text = "The mayor met the\nstrikers. Sign up for our letter! They agreed on pay."
    hole = text.index("Sign"), text.index("They")
    found = split(text, (Span(*hole), Span(0, 4)))
    assert [sentence.span.of(text) for sentence in found] == ["mayor met the", "strikers.", "They agreed on pay."]


def test_an_empty_text_has_no_sentences() -> None:
    assert split("") == () == split(" \n\t\r\n")


@given(
    st.lists(
        st.sampled_from(
            ["He", "said", ".", "U.S.", "“", "”", '"', "…", "?", "\n", "\r\n", " ", "\u00ad", "e\u0301", "🕊️", "12"]
        ),
        max_size=40,
    ),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=3),
)
def test_words_and_spans_are_exact_in_order_and_outside_the_holes(
    parts: list[str], pairs: list[tuple[int, int]]
) -> None:
    text = "".join(parts)
    holes = [Span(start, start + length) for start, length in pairs]
    at = 0
    for sentence in split(text, holes):
        assert sentence.span.start >= at
        assert (sentence.span.start, sentence.span.end) == (sentence.words[0].start, sentence.words[-1].end)
        for word in sentence.words:
            assert word.start >= at
            assert text[word.start : word.end] == word.text
            at = word.end
        assert not any(hole.start < hole.end and hole.overlaps(sentence.span) for hole in holes)


@pytest.mark.skipif(not GUM.exists(), reason="needs ../shared/data/entities/gum.jsonl beside the repo")
def test_sentences_agree_with_the_treebank_on_news_and_interviews() -> None:
    right = wrong = missed = 0
    for line in GUM.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        if document["split"] == "dev" and document["genre"] in ("news", "interview"):
            gold = {tuple(pair) for pair in document["sentences"]}
            found = {(sentence.span.start, sentence.span.end) for sentence in split(document["text"])}
            right += len(gold & found)
            wrong += len(found - gold)
            missed += len(gold - found)
    assert 2 * right / (2 * right + wrong + missed) >= 0.96


def test_words_without_a_full_stop_are_cut_into_sentences_of_bearable_length() -> None:
    text = "word " * 1000
    found = split(text)
    assert [len(sentence.words) for sentence in found] == [400, 400, 200]
    assert all(sentence.span.of(text).startswith("word") for sentence in found)
