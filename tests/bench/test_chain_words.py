"""The nearness of words by the encoder's own table, and how the table is read out of its file."""

import pytest

from bench.chains import meaning
from pourparler.text.tagging import ModelError


def test_words_of_one_meaning_are_nearer_than_others() -> None:
    try:
        near = meaning.nearness("pact", "treaty")
    except ModelError as missing:
        pytest.skip(str(missing))
    assert near > 0.4 > meaning.nearness("fish", "pact")
    assert meaning.nearness("pact", "pact") == meaning.nearness("zzyzx", "zzyzx") == 1.0
    assert meaning.nearness("fish", "zzyzx") == 0.0


def test_the_table_is_found_by_its_name() -> None:
    name = b"\x42" + bytes([len(meaning.TABLE)]) + meaning.TABLE.encode()
    tensor = b"\x08\x02\x08\x03" + name + b"\x4a\x06" + bytes(range(6))
    other = b"\x42\x01x\x4a\x01\x09"
    graph = b"".join(b"\x2a" + bytes([len(each)]) + each for each in (other, tensor))
    encoder = b"\x08\x0a\x3a" + bytes([len(graph)]) + graph
    assert meaning.words_of(encoder, 2).tolist() == [[0, 1, 2], [3, 4, 5]]
    with pytest.raises(ValueError, match="no table"):
        meaning.words_of(b"", 3)
