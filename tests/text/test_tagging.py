"""Tags and lemmas: clipped news style, lines of capitals, the shipped model's sum and its floor on the treebank."""

import json
from pathlib import Path

import pytest

from pourparler.text import tagging
from pourparler.text.lemmas import lemma
from pourparler.text.tagging import ModelError, load, pack, tag, unpack
from pourparler.text.words import tokens

GUM = Path(__file__).resolve().parents[3] / "shared" / "data" / "entities" / "gum.jsonl"

TAGGED = {
    "Ministers met.": "NOUN VERB PUNCT",
    "Envoys meet on Friday": "NOUN VERB ADP PROPN",
    "The talks held in Oslo have ended.": "DET NOUN VERB ADP PROPN AUX VERB PUNCT",
    "The United States will sign the deal.": "DET PROPN PROPN AUX VERB DET NOUN PUNCT",
    "Unions say they won't accept the offer.": "NOUN VERB PRON AUX PART VERB DET NOUN PUNCT",
    "Norway's envoy wants guarantees": "PROPN PART NOUN VERB NOUN",
}

LEMMAS = [
    *[("said", "VERB", "say"), ("pledged", "VERB", "pledge"), ("agreed", "VERB", "agree"), ("meeting", "VERB", "meet")],
    *[
        ("refused", "VERB", "refuse"),
        ("visited", "VERB", "visit"),
        ("stopped", "VERB", "stop"),
        ("lying", "VERB", "lie"),
    ],
    *[("negotiating", "VERB", "negotiate"), ("defeated", "VERB", "defeat"), ("convened", "VERB", "convene")],
    *[("denies", "VERB", "deny"), ("pushes", "VERB", "push"), ("argues", "VERB", "argue"), ("vetoed", "VERB", "veto")],
    *[("offered", "VERB", "offer"), ("required", "VERB", "require"), ("repaired", "VERB", "repair")],
    *[("hanging", "VERB", "hang"), ("changing", "VERB", "change"), ("scheduled", "VERB", "schedule")],
    *[("were", "AUX", "be"), ("'ll", "AUX", "will"), ("wo", "AUX", "will"), ("ca", "AUX", "can"), ("'s", "AUX", "be")],
    *[("n't", "PART", "not"), ("parties", "NOUN", "party"), ("crises", "NOUN", "crisis"), ("losses", "NOUN", "loss")],
    *[("spokesmen", "NOUN", "spokesman"), ("headquarters", "NOUN", "headquarters"), ("days", "NOUN", "day")],
    *[("memoranda", "NOUN", "memorandum"), ("cease-fires", "NOUN", "cease-fire"), ("Nations", "PROPN", "Nations")],
    ("renegotiated", "VERB", "renegotiate"),
]


@pytest.mark.parametrize("text", TAGGED)
def test_news_is_tagged_as_a_reader_would(text: str) -> None:
    assert " ".join(tag([word for _, _, word in tokens(text)])) == TAGGED[text]


@pytest.mark.parametrize(("form", "label", "base"), LEMMAS)
def test_a_form_goes_back_to_its_dictionary_form(form: str, label: str, base: str) -> None:
    assert lemma(form, label) == base


def test_every_word_gets_a_tag_and_tagging_twice_gives_the_same() -> None:
    forms = ["UNION", "CHIEF", "CALLS", "OFF", "STRIKE", "🕊️", "…", "цель"]
    assert len(tag(forms)) == len(forms)
    assert tag(forms) == tag(forms)
    assert tag([]) == []


def test_a_model_comes_back_from_its_bytes() -> None:
    packed = pack({"b": {0: 3, 3: -2}, "cwmet": {3: 90}}, {"the": "DET"}, {"deal": 1, "pact": 1, "met": 0})
    tagger = unpack(packed)
    assert tagger.tag(["the", "deal", "met"]) == ["DET", "NOUN", "VERB"]
    assert tagger.groups == {"met": 0, "deal": 1, "pact": 1}


@pytest.mark.parametrize("packed", [b"", b"nonsense", b"[1,2,3]\nxxxx"])
def test_bytes_that_are_no_model_are_refused_with_what_to_do(packed: bytes) -> None:
    with pytest.raises(ModelError, match="install the package again"):
        unpack(packed)


def test_a_damaged_or_missing_model_file_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "models"
    folder.mkdir(parents=True)
    monkeypatch.setattr(tagging, "files", lambda _: tmp_path)
    with pytest.raises(ModelError, match="missing"):
        load.__wrapped__()
    (folder / tagging.MODEL).write_bytes(b"changed")
    (folder / f"{tagging.MODEL}.sha256").write_text("0" * 64 + "  x\n", encoding="ascii")
    with pytest.raises(ModelError, match="damaged"):
        load.__wrapped__()


def test_the_card_lies_beside_the_model_and_names_its_sum() -> None:
    folder = Path(tagging.__file__).resolve().parent.parent / "data" / "models"
    card = (folder / tagging.MODEL).with_suffix(".md").read_text(encoding="utf-8")
    assert (folder / f"{tagging.MODEL}.sha256").read_text(encoding="ascii").split()[0] in card


@pytest.mark.skipif(not GUM.exists(), reason="needs ../shared/data/entities/gum.jsonl beside the repo")
def test_tags_agree_with_the_treebank() -> None:
    right = total = 0
    for line in GUM.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        if document["split"] != "test":
            continue
        at = 0
        for _, end in document["sentences"]:
            inside = []
            while at < len(document["tokens"]) and document["tokens"][at][0] < end:
                inside.append(document["tokens"][at])
                at += 1
            found = tag([document["text"][token[0] : token[1]] for token in inside])
            right += sum(one == token[2] for one, token in zip(found, inside, strict=True))
            total += len(inside)
    assert right / total >= 0.94
