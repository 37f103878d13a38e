"""Frames off hand-made weights: what opens one, what is seen from it, its closed values, states and earlier namings."""

from collections.abc import Sequence

import numpy as np
import pytest

from pourparler.encoder.attribution import Seen
from pourparler.encoder.callings import Called, called
from pourparler.encoder.frame_labels import ANCHORS, CALLED, CHAINS, CLASSES, LINKED, ROLES_OF, SEEN, STATES
from pourparler.encoder.frames import Framed, frames
from pourparler.encoder.weights import Array
from pourparler.encoder.windows import Window

TOLD = ("held", "planned", "rejects", "demands", "signed", "drafted", "state", "bloc", "mark")
"""What else a word may tell of itself, besides the labels of the chains and of what is seen."""

NAMES = tuple(dict.fromkeys((*(name for chain in CHAINS.values() for name in chain[1:]), *SEEN[1:], *TOLD)))
WIDTH, HIDDEN, LOOK = len(NAMES), 1, 1
Word = str
"""What one word is, names of `NAMES` apart by blanks: "B-meeting held"."""


def blank(*shape: int) -> Array:
    """Weights that tell nothing."""
    return np.zeros(shape, np.float32)


def hand_made() -> dict[str, Array]:
    """Weights by which each word says itself what it is; nothing names again what was named before."""
    made: dict[str, Array] = {"seen_steps": blank(len(SEEN), len(SEEN))}
    for name, labels in CHAINS.items():
        made[f"flat.{name}.weight"], made[f"flat.{name}.bias"] = blank(len(labels), WIDTH), blank(len(labels))
        made[f"flat_steps.{name}"] = blank(len(labels), len(labels))
        for number, label in enumerate(labels[1:], 1):
            made[f"flat.{name}.weight"][number, NAMES.index(label)] = 5
    shapes = {
        "word": (HIDDEN, WIDTH),
        "anchor": (HIDDEN, WIDTH),
        "seen": (len(SEEN), HIDDEN),
        "alone": (len(SEEN), WIDTH),
    }
    shapes |= {"looked": (LOOK, WIDTH), "called": (len(CALLED), WIDTH), "state": (len(STATES), 2 * WIDTH)}
    shapes |= {"none": (len(LINKED), WIDTH)}
    for task, values in CLASSES.items():
        name = task.replace(" ", "_")
        shapes |= {f"looks.{name}": (LOOK, WIDTH + HIDDEN), f"values.{name}": (len(values), 2 * WIDTH + HIDDEN)}
    for number in range(len(LINKED)):
        shapes |= {f"later.{number}": (1, WIDTH), f"earlier.{number}": (1, WIDTH)}
    for name, shape in shapes.items():
        made[f"{name}.weight"], made[f"{name}.bias"] = blank(*shape), blank(shape[0])
    made["near.weight"], made["near.bias"] = blank(HIDDEN, HIDDEN, 3), blank(HIDDEN)
    made |= {"kind.weight": blank(len(ANCHORS), HIDDEN), "distance.weight": blank(24, HIDDEN)}
    made |= {"sentence.weight": blank(7, HIDDEN), "alike.weight": blank(3, len(LINKED))}
    made["far.weight"] = blank(7, len(LINKED))
    made["none.bias"][:] = 1
    for number, label in enumerate(SEEN[1:], 1):
        made["alone.weight"][number, NAMES.index(label)] = 5
    return made


def seen(words: Sequence[Word], first: int = 0, fresh: int = 0) -> Seen:
    """A window of such words; it begins at word `first` of the document and is fresh from `fresh`."""
    vectors = np.array([[float(name in word.split()) for name in NAMES] for word in words], np.float32)
    return Seen(Window(first, fresh, first + len(words), (), (), ()), vectors)


def one_sentence(words: Sequence[Word], forms: str = "") -> tuple[list[int], list[str]]:
    """The sentences and forms of a document of one sentence; every word another unless `forms` names them."""
    return [0] * len(words), forms.split() or [f"word{at}" for at in range(len(words))]


def told(words: Sequence[Word], heads: dict[str, Array], forms: str = "") -> tuple[Framed, ...]:
    """The frames of a document of one window and one sentence."""
    return frames([seen(words)], one_sentence(words, forms), heads)


@pytest.mark.parametrize(
    ("label", "kind"),
    [("meeting", "meeting"), ("instrument", "instrument"), ("position", "position"), ("condition", "condition")],
)
def test_a_chain_opens_a_frame_of_its_kind(label: str, kind: str) -> None:
    (found,) = told(["", f"B-{label}", f"I-{label}", "", ""], hand_made())
    assert (found.kind, found.words) == (kind, (1, 3))


def test_a_beginning_opens_a_second_frame_and_other_chains_may_share_its_words() -> None:
    found = told(["B-position", "B-meeting I-position", "B-meeting I-position", "I-position"], hand_made())
    assert [(one.kind, one.words) for one in found] == [("position", (0, 4)), ("meeting", (1, 2)), ("meeting", (2, 3))]


def test_without_a_naming_there_is_no_frame() -> None:
    heads = hand_made()
    assert told(["B-party", "B-time", "B-actor", ""], heads) == ()
    assert frames([], ([], []), heads) == ()
    assert called([], ([], []), heads) == ()


def test_the_steps_of_a_chain_keep_a_naming_together() -> None:
    words = ["B-meeting", "B-meeting"]
    heads = hand_made()
    at = CHAINS["named"].index("B-meeting")
    heads["flat_steps.named"][at, at] = -20
    heads["flat_steps.named"][at, at + 1] = 6
    assert [one.words for one in told(words, heads)] == [(0, 2)]


def test_sure_is_the_mean_share_of_all_labels_but_outside() -> None:
    (found,) = told(["B-meeting", "I-meeting"], hand_made())
    assert found.sure == pytest.approx(1 - 1 / (4 + np.exp(5)), abs=1e-4)
    heads = hand_made()
    heads["flat_steps.named"][1, 2] = 9
    (less,) = told(["B-meeting", ""], heads)
    assert less.sure == pytest.approx((1 - 1 / (4 + np.exp(5)) + 4 / 5) / 2, abs=1e-4), "the second word is in doubt"


def test_words_around_have_the_roles_of_their_kind_of_frame_alone() -> None:
    words = ["B-party", "I-party", "B-meeting", "", "B-time", "B-instrument", "B-term", "I-term", "B-state"]
    meeting, instrument = told(words, hand_made())
    assert meeting.roles == (("party", (0, 2)), ("time", (4, 5)))
    assert instrument.roles == (("party", (0, 2)), ("term", (6, 8)), ("state", (8, 9)))
    assert instrument.of("term", "party") == ((0, 2), (6, 8))
    assert meeting.of("host") == ()
    for frame in (meeting, instrument):
        assert {role for role, _ in frame.roles} <= set(ROLES_OF[frame.kind])


def seeing() -> dict[str, Array]:
    """Weights by which a party is told from where it stands to an anchor, not by itself."""
    heads = hand_made()
    heads["alone.weight"][:] = 0
    heads["word.weight"][0, NAMES.index("B-party")] = 1
    heads["near.weight"][0, 0, 1] = 1
    heads["seen.weight"][SEEN.index("B-party"), 0] = 5
    return heads


def test_distance_sentence_and_kind_tell_what_is_seen_from_an_anchor() -> None:
    words = ["B-party", "", "B-meeting", "B-party", "B-instrument", "", "B-party"]
    sentences = [0, 0, 0, 0, 0, 1, 1]

    def parties(heads: dict[str, Array]) -> list[tuple[tuple[int, int], ...]]:
        return [one.of("party") for one in frames([seen(words)], (sentences, words), heads)]

    everywhere = (0, 1), (3, 4), (6, 7)
    assert parties(seeing()) == [everywhere, everywhere]
    heads = seeing()
    heads["distance.weight"][1:12] = -1
    assert parties(heads) == [everywhere[1:], everywhere[2:]], "nothing before an anchor"
    heads = seeing()
    heads["sentence.weight"][4:] = -1
    assert parties(heads) == [everywhere[:2], everywhere[:2]], "nothing of the next sentence"
    heads = seeing()
    heads["kind.weight"][ANCHORS.index("instrument")] = -1
    assert parties(heads) == [everywhere, ()]
    heads = seeing()
    heads["anchor.weight"][0, NAMES.index("mark")] = -1
    words[2] = "B-meeting mark"
    assert parties(heads) == [(), everywhere], "by the words of the anchor itself"


@pytest.mark.parametrize(("place", "shifted"), [(0, 1), (1, 0), (2, -1)])
def test_a_word_is_seen_with_those_beside_it(place: int, shifted: int) -> None:
    heads = seeing()
    heads["near.weight"][:] = 0
    heads["near.weight"][0, 0, place] = 1
    (found,) = told(["B-meeting", "", "", "B-party", "", ""], heads)
    assert found.of("party") == ((3 + shifted, 4 + shifted),)


def test_the_value_of_an_anchor_is_told_by_its_words() -> None:
    heads = hand_made()
    status, stances = list(CLASSES["meeting status"]), list(CLASSES["position stance"])
    heads["values.meeting_status.weight"][status.index("held"), NAMES.index("held")] = 5
    heads["values.meeting_status.weight"][status.index("planned"), NAMES.index("planned")] = 5
    heads["values.position_stance.weight"][stances.index("rejects"), NAMES.index("rejects")] = 5
    found = told(["B-meeting held", "", "B-meeting planned", "B-position rejects", "I-position rejects"], heads)
    assert [{task: value for task, value, _ in one.values} for one in found] == [
        {"meeting kind": "talks", "meeting status": "held"},
        {"meeting kind": "talks", "meeting status": "planned"},
        {"position stance": "rejects"},
    ]
    assert found[0].value("meeting status") == "held"
    assert found[0].values[1][2] == pytest.approx(np.exp(5) / (np.exp(5) + len(status) - 1), abs=1e-4)
    with pytest.raises(KeyError):
        found[2].value("meeting status")


def test_a_value_is_told_by_what_is_seen_and_by_the_words_looked_at() -> None:
    status = list(CLASSES["meeting status"])
    heads = seeing()
    heads["values.meeting_status.weight"][status.index("denied"), WIDTH] = 5
    (near,) = told(["B-meeting", "B-party"], heads)
    (alone,) = told(["B-meeting", ""], heads)
    assert (near.value("meeting status"), alone.value("meeting status")) == ("denied", status[0])
    heads = hand_made()
    heads["values.meeting_status.weight"][status.index("held"), WIDTH + HIDDEN + NAMES.index("held")] = 5
    heads["values.meeting_status.weight"][status.index("planned"), WIDTH + HIDDEN + NAMES.index("planned")] = 5
    heads["looked.weight"][0, NAMES.index("mark")] = 5
    heads["looks.meeting_status.bias"][0] = 5
    (found,) = told(["B-meeting", "planned planned", "planned", "held mark"], heads)
    assert found.value("meeting status") == "held", "two words say planned, the one looked at says held"


def test_words_of_state_tell_the_states_of_an_instrument() -> None:
    heads = hand_made()
    heads["state.weight"][STATES.index("signed"), NAMES.index("signed")] = 5
    heads["state.weight"][STATES.index("drafted"), NAMES.index("drafted")] = 5
    heads["state.weight"][STATES.index("rejected"), WIDTH + NAMES.index("mark")] = 9
    words = ["B-instrument", "B-state signed", "I-state signed", "", "B-state drafted"]
    (found,) = told(words, heads)
    assert [(place, state) for place, state, _ in found.states] == [((1, 3), "signed"), ((4, 5), "drafted")]
    assert all(0.5 < sure < 1 for *_, sure in found.states)
    (other,) = told(["B-instrument mark", *words[1:]], heads)
    assert [state for _, state, _ in other.states] == ["rejected", "rejected"], "the words of the instrument count too"
    (meeting,) = told(["B-meeting", *words[1:]], heads)
    assert meeting.states == ()


def test_a_statement_has_its_source_and_content() -> None:
    (found,) = told(["B-source", "I-source", "B-statement", "B-content", "I-content"], hand_made())
    assert (found.kind, found.words) == ("statement", (2, 3))
    assert (found.of("source"), found.of("content")) == (((0, 2),), ((3, 5),))


def linking(kind: str) -> dict[str, Array]:
    """Weights by which namings of a kind with the same last word are of one."""
    heads = hand_made()
    heads["alike.weight"][1, LINKED.index(kind)] = 3
    return heads


def test_a_naming_again_is_linked_to_the_one_before_it() -> None:
    words = ["B-meeting", "B-instrument", "B-instrument", "B-meeting", "B-meeting"]
    forms = "talks deal deal talks summit"
    assert [one.before for one in told(words, linking("meeting"), forms)] == [None, None, None, 0, None]
    assert [one.before for one in told(words, linking("instrument"), forms)] == [None, None, 1, None, None]
    assert [one.before for one in told(words, hand_made(), forms)] == [None] * 5


def test_the_likeliest_of_several_earlier_namings_is_taken_and_never_a_later_one() -> None:
    heads = hand_made()
    heads["later.0.weight"][0, NAMES.index("mark")] = 3
    heads["earlier.0.weight"][0, NAMES.index("held")] = 3
    words = ["B-meeting", "B-meeting held", "B-meeting", "B-meeting mark", "B-meeting held"]
    assert [one.before for one in told(words, heads)] == [None, None, None, 1, None]


def test_a_naming_far_back_may_be_too_far() -> None:
    heads = linking("meeting")
    heads["far.weight"][2:, LINKED.index("meeting")] = -3
    words, forms = ["B-meeting", "B-meeting", "B-meeting"], ["talks"] * 3
    found = frames([seen(words)], ([0, 1, 3], forms), heads)
    assert [one.before for one in found] == [None, 0, None]


def test_words_shown_again_open_nothing_but_may_be_meant() -> None:
    first, again = ["B-party", "B-meeting", ""], ["B-meeting", "", "", "B-meeting", "B-party"]
    windows = [seen(first), seen(again, 1, 3)]
    found = frames(windows, ([0, 0, 0, 1, 1, 1], "oslo talks . the talks bern".split()), linking("meeting"))
    assert [(one.words, one.of("party"), one.before) for one in found] == [
        ((1, 2), ((0, 1),), None),
        ((4, 5), ((5, 6),), 0),
    ]


def test_frames_stand_in_the_order_of_their_words() -> None:
    found = told(["B-condition", "B-meeting", "B-instrument", "B-statement", "B-position"], hand_made())
    assert [one.words[0] for one in found] == [0, 1, 2, 3, 4]


def test_namings_of_actors_have_a_kind_and_an_earlier_naming() -> None:
    heads = linking("actor")
    heads["called.weight"][CALLED.index("state"), NAMES.index("state")] = 5
    heads["called.weight"][CALLED.index("bloc"), NAMES.index("bloc")] = 5
    words = ["B-actor state", "I-actor state", "", "B-actor bloc", "B-actor state"]
    found = called([seen(words)], one_sentence(words, "the kingdom and union kingdom"), heads)
    assert found == (Called((0, 2), "state", None), Called((3, 4), "bloc", None), Called((4, 5), "state", 0))


def test_a_naming_of_an_actor_shown_again_is_told_once() -> None:
    windows = [seen(["B-actor", ""]), seen(["B-actor", "", "B-actor"], 0, 2)]
    found = called(windows, ([0, 0, 1], ["union", "said", "union"]), linking("actor"))
    assert [(one.words, one.before) for one in found] == [((0, 1), None), ((2, 3), 0)]
