"""The shipped model tells what it told where it was made: every label the same, on every machine."""

import json
from typing import Any

import pytest

from tests.encoder.outputs import DIGITS, STORED, TEXTS, lines, model, outputs, told, wavering
from tests.encoder.staging import analysis_of

KEPT: dict[str, Any] = json.loads(STORED.read_text(encoding="utf-8"))

AGAIN = "another model ships than the one these outputs are of; write them anew: python -m tests.encoder.outputs"


def test_the_outputs_are_of_the_shipped_model() -> None:
    assert KEPT["model"] == model(), AGAIN
    assert set(KEPT["texts"]) == set(TEXTS)


@pytest.mark.parametrize("name", TEXTS)
def test_every_label_is_the_same(name: str) -> None:
    assert KEPT["model"] == model(), AGAIN
    kept, found = KEPT["texts"][name], told(analysis_of(TEXTS[name]))
    sure, was_sure = found.pop("sure"), kept["sure"]
    assert found == {key: value for key, value in kept.items() if key != "sure"}
    assert sure == pytest.approx(was_sure, abs=5 * 10**-DIGITS)


def test_what_is_written_is_what_is_read() -> None:
    assert json.loads(lines(outputs()))["texts"] == {name: told(analysis_of(text)) for name, text in TEXTS.items()}


def test_what_hangs_on_a_hair_is_said() -> None:
    kinds = {"tags", "heads", "relations", "voices", "mentions"}
    assert all(set(wavering(text)) <= kinds for text in TEXTS.values())
    assert wavering("") == []
