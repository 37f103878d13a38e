"""The codebook defines every value of every vocabulary, and nothing that there is not."""

import tomllib
from enum import StrEnum
from importlib.resources import files

from pourparler.core import vocabulary
from pourparler.core.vocabulary import EntryKind
from pourparler.faces.codebook.definitions import VOCABULARIES, codebook


def test_every_value_is_defined_and_no_other() -> None:
    told = tomllib.loads(files("pourparler.data").joinpath("codebook.toml").read_text(encoding="utf-8"))
    assert {one["field"]: list(one["values"]) for one in told["vocabulary"]} == {
        field: [str(value) for value in values] for field, values in VOCABULARIES.items()
    }


def test_no_vocabulary_is_forgotten() -> None:
    own = {one for one in vars(vocabulary).values() if isinstance(one, type) and issubclass(one, StrEnum)}
    assert own - {StrEnum, EntryKind} <= set(VOCABULARIES.values())


def test_definitions_are_sentences_of_their_own() -> None:
    book = codebook()
    every = [meaning for one in book.vocabularies for _, meaning in one.values] + [one.meaning for one in book.nouns]
    assert book.version >= 1
    assert all(meaning.endswith((".", "?")) and len(meaning) > 5 for meaning in every)
    foretold = ("likely", "probab", "winner", "red line", "ripe", "should")
    assert not any(word in meaning.lower() for meaning in every for word in foretold)
