"""What the network is taught and what the package reads off are the same labels."""

from pourparler.encoder import attribution
from training.reader import polnear


def test_labels_are_the_same_in_both() -> None:
    assert [polnear.FLAT[label] for label in attribution.CUE] == ["B-cue", "I-cue"]
    assert [polnear.FLAT[label] for label in attribution.PLAIN_CONTENT] == ["B-content", "I-content"]
    assert [polnear.PAIR[label] for label in attribution.SOURCE] == ["B-source", "I-source"]
    assert [polnear.PAIR[label] for label in attribution.CONTENT] == ["B-content", "I-content"]
