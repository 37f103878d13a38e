"""What the network is taught and what the package reads off are the same lists."""

from pourparler.encoder import attribution, naming
from training.reader import gum, polnear


def test_kinds_of_mention_are_the_same_in_both() -> None:
    assert gum.KINDS == naming.KINDS


def test_labels_are_the_same_in_both() -> None:
    assert [polnear.FLAT[label] for label in attribution.CUE] == ["B-cue", "I-cue"]
    assert [polnear.PAIR[label] for label in attribution.SOURCE] == ["B-source", "I-source"]
    assert [polnear.PAIR[label] for label in attribution.CONTENT] == ["B-content", "I-content"]
