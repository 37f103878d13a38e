"""Tags, heads, mentions and groups of words from a treebank in the corpus's shape, on a document in our own words."""

import json
from pathlib import Path
from typing import Any

import pytest

from pourparler.encoder.naming import KINDS
from pourparler.encoder.session import pieces
from pourparler.text.tagging_features import TAGS
from training.reader.gum import Example, documents, examples, relations_of, sentences

TEXT = "The co-chair won’t sign.\nShe wants a longer truce."

TOKENS = [
    *[("The", "DET", "det", 4), ("co", "NOUN", "compound", 4), ("-", "PUNCT", "punct", 4)],
    *[("chair", "NOUN", "nsubj", 7), ("wo", "AUX", "aux", 7), ("n’t", "PART", "advmod", 7)],
    *[("sign", "VERB", "root", 0), (".", "PUNCT", "punct", 7), ("She", "PRON", "nsubj", 2)],
    *[("wants", "VERB", "root", 0), ("a", "DET", "det", 5), ("longer", "ADJ", "amod", 5)],
    *[("truce", "NOUN", "obj", 2), (".", "PUNCT", "punct", 2)],
]
ENTITIES = [("The co-chair", "person", "1"), ("She", "person", "1"), ("a longer truce", "abstract", "2")]


def document() -> dict[str, Any]:
    """The text with its tokens, sentences and entities as the corpus keeps them."""
    tokens, at = [], 0
    for form, tag, relation, head in TOKENS:
        at = TEXT.index(form, at)
        tokens.append([at, at + len(form), tag, relation, head])
        at += len(form)
    end = TEXT.index("\n")
    entities = [
        {"s": TEXT.index(words), "e": TEXT.index(words) + len(words), "type": kind, "group": group}
        for words, kind, group in ENTITIES
    ]
    return {
        "id": "own",
        "genre": "news",
        "split": "dev",
        "dct": "1998-04-08",
        "text": TEXT,
        "sentences": [[0, end], [end + 1, len(TEXT)]],
        "tokens": tokens,
        "entities": entities,
    }


def one(made: dict[str, Any], own: bool) -> Example:
    """The one window of a document, with the treebank's tokens or the package's own."""
    (found,) = examples(made, pieces(), relations_of([made]), own)
    return found


def forms(made: dict[str, Any], own: bool) -> list[str]:
    """The words of a document."""
    return [form for _, run in sentences(made, own) for _, _, form in run]


def tagged(own: bool) -> dict[str, str | None]:
    """The tag of each word of the document; None where it has none."""
    found = one(document(), own)
    return {form: None if tag < 0 else TAGS[tag] for form, tag in zip(forms(document(), own), found.tags, strict=True)}


def hung(own: bool) -> dict[str, tuple[str, str]]:
    """The head and relation of each word."""
    made = document()
    found, words, names = one(made, own), forms(made, own), relations_of([made])
    return {
        form: (words[head] if head >= 0 else "", names[relation] if relation >= 0 else "")
        for form, head, relation in zip(words, found.heads, found.relations, strict=True)
    }


def test_the_treebanks_tokens_keep_their_tags_and_heads() -> None:
    assert tagged(False) == {form: tag for form, tag, _, _ in TOKENS}
    found = hung(False)
    assert found["The"] == ("chair", "det")
    assert found["chair"] == ("sign", "nsubj")
    assert found["sign"] == ("sign", "root"), "a root is its own head"
    assert found["truce"] == ("wants", "obj"), "heads are counted from the start of the sentence"


def test_a_word_of_several_tokens_is_tagged_as_its_top() -> None:
    assert "co-chair" in forms(document(), True)
    assert tagged(True)["co-chair"] == "NOUN"
    assert hung(True)["co-chair"] == ("sign", "nsubj")
    assert hung(True)["The"] == ("co-chair", "det")


def test_a_token_cut_in_two_gives_nothing_to_its_parts() -> None:
    made = document()
    start = TEXT.index("wo")
    made["tokens"][4:6] = [[start, start + 5, "AUX", "aux", 7]]
    for token in made["tokens"][:7]:
        token[4] = {7: 6}.get(token[4], token[4])
    found = dict(zip(forms(made, True), one(made, True).tags, strict=True))
    assert (found["wo"], found["n’t"]) == (-1, -1)
    assert TAGS[found["sign"]] == "VERB"


@pytest.mark.parametrize("own", [False, True])
def test_mentions_have_head_kind_and_group(own: bool) -> None:
    found, words = one(document(), own), forms(document(), own)
    told = [(" ".join(words[m.first : m.last]), words[m.head], KINDS[m.kind], m.group) for m in found.mentions]
    assert told == [
        ("The co-chair" if own else "The co - chair", "co-chair" if own else "chair", "person", "1"),
        ("She", "She", "person", "1"),
        ("a longer truce", "truce", "abstract", "2"),
    ]


def test_of_two_mentions_with_one_head_the_longer_is_kept() -> None:
    made = document()
    truce = TEXT.index("truce")
    made["entities"].append({"s": truce, "e": truce + 5, "type": "event", "group": "3"})
    kept = [m.group for m in one(made, False).mentions]
    assert kept == ["1", "1", "2"]


@pytest.mark.parametrize(
    ("start", "end", "kind"), [(1, 12, "person"), (0, 11, "person"), (0, 12, "ghost"), (5, 5, "person")]
)
def test_a_mention_that_borders_no_word_or_of_no_kind_is_left_out(start: int, end: int, kind: str) -> None:
    made = document()
    made["entities"] = [{"s": start, "e": end, "type": kind, "group": "9"}]
    assert not one(made, False).mentions


def test_sentences_and_paragraphs_are_numbered() -> None:
    found = one(document(), False)
    assert [found.sentences.count(number) for number in (0, 1)] == [8, 6]
    assert [(paragraph, len(run)) for paragraph, run in sentences(document(), False)] == [(0, 8), (1, 6)]


def test_a_head_outside_the_window_is_not_known() -> None:
    made = document()
    made["text"] = "again " * 400 + TEXT
    shift = 6 * 400
    more = [[6 * n, 6 * n + 5, "ADV", "advmod", 400 if n < 399 else 0] for n in range(400)]
    made["tokens"] = more + [[s + shift, e + shift, *rest] for s, e, *rest in made["tokens"]]
    made["sentences"] = [[0, shift - 1], *([s + shift, e + shift] for s, e in made["sentences"])]
    made["entities"] = []
    found = list(examples(made, pieces(), relations_of([made]), False))
    assert len(found) > 1
    assert -1 in found[0].heads
    assert set(found[0].heads) == {-1}, "all hang from a word of the last window"
    assert all(-1 <= head < len(example.heads) for example in found for head in example.heads)


def test_documents_of_one_split_are_read(tmp_path: Path) -> None:
    file = tmp_path / "gum.jsonl"
    other = {**document(), "split": "test"}
    file.write_text(f"{json.dumps(document())}\n{json.dumps(other)}\n", encoding="utf-8")
    assert documents(file, "dev") == [document()]
    assert documents(file, "train") == []


def test_relations_stand_in_order() -> None:
    names = relations_of([document()])
    assert names == tuple(sorted({relation for _, _, relation, _ in TOKENS}))
