"""The loss of frames is finite and falls, and what was learned from a report is read off it again in numpy."""

from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="torch trains the reader and is no part of the package; not installed here")

from pourparler.encoder.attribution import Seen  # noqa: E402
from pourparler.encoder.callings import called  # noqa: E402
from pourparler.encoder.frame_labels import ANCHORS, CALLED, CHAINS, CLASSES, STATES  # noqa: E402
from pourparler.encoder.frames import frames  # noqa: E402
from tests.training.reader.staging import report, windows_of  # noqa: E402
from training.reader import frame_measure  # noqa: E402
from training.reader.batches import inputs  # noqa: E402
from training.reader.frame_steps import called_loss, frames_loss, links_loss  # noqa: E402
from training.reader.frames import Example  # noqa: E402
from training.reader.network import WIDTH, Frames  # noqa: E402
from training.reader.steps import vectors  # noqa: E402

STEPS = 80


class Places(torch.nn.Module):  # type: ignore[misc, name-defined]
    """Word vectors by the place of the word alone: enough to learn one report by heart."""

    def __init__(self) -> None:
        super().__init__()
        self.places = torch.nn.Embedding(512, WIDTH)

    def forward(self, pieces: Any, shapes: Any, starts: Any) -> Any:
        """The vectors of the words."""
        return self.places(starts)


class Toy(torch.nn.Module):  # type: ignore[misc, name-defined]
    """The frame heads over such vectors."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder, self.frames, self.hide = Places(), Frames(), torch.nn.Identity()


def toy() -> Any:
    """A network of a fixed seed."""
    torch.manual_seed(1)
    torch.set_num_threads(1)
    return Toy()


def whole() -> Example:
    """The one window of the report."""
    (found,) = windows_of(report())
    return found


@pytest.fixture(name="learned", scope="module")
def learn() -> tuple[Any, list[float]]:
    """A network that has learned the report by heart, and its losses."""
    network, losses = toy(), []
    steps = torch.optim.Adam(network.parameters(), lr=5e-3)
    for _ in range(STEPS):
        loss = frames_loss(network, [whole()])
        loss.backward()
        steps.step()
        steps.zero_grad()
        losses.append(float(loss.detach()))
    return network.eval(), losses


def test_losses_are_finite_and_every_head_gets_a_slope() -> None:
    network, batch = toy(), [whole(), *windows_of(report(), 64)]
    loss = frames_loss(network, batch)
    assert torch.isfinite(loss)
    assert float(loss.detach()) > 1
    loss.backward()
    for name, weight in network.named_parameters():
        assert weight.grad is not None and torch.isfinite(weight.grad).all(), name


def test_windows_without_anything_cost_only_their_chains() -> None:
    network = toy()
    (bare,) = windows_of(report("Nothing came of it.", ""))
    given = inputs([bare.window])
    x = vectors(network, given)
    assert float(links_loss(network, x, [bare]).detach()) == 0
    assert float(called_loss(network, x, [bare]).detach()) == 0
    loss = frames_loss(network, [bare])
    assert torch.isfinite(loss)
    loss.backward()


def test_a_report_is_learned_by_heart(learned: tuple[Any, list[float]]) -> None:
    _, losses = learned
    assert losses[-1] < 0.05 * losses[0]


def test_the_order_of_a_batch_does_not_matter() -> None:
    network = toy()
    first, *rest = windows_of(report(), 64)
    assert rest
    assert float(frames_loss(network.eval(), [first, *rest]).detach()) == pytest.approx(
        float(frames_loss(network, [*rest, first]).detach()), rel=1e-4
    )


def test_what_was_learned_is_read_off_in_numpy(learned: tuple[Any, list[float]]) -> None:
    network, example = learned[0], whole()
    heads = {name: value.detach().numpy() for name, value in network.frames.state_dict().items()}
    with torch.no_grad():
        seen = Seen(example.window, vectors(network, inputs([example.window]))[0].numpy())
    told = example.sentences, example.forms
    found = {(one.kind, one.words): one for one in frames([seen], told, heads)}
    longest = {
        (a.kind, a.last): min(o.first for o in example.anchors if (o.kind, o.last) == (a.kind, a.last))
        for a in example.anchors
    }
    gold = [one for one in example.anchors if longest[one.kind, one.last] == one.first]
    assert set(found) == {(ANCHORS[one.kind], (one.first, one.last)) for one in gold}
    for one in gold:
        mine = found[ANCHORS[one.kind], (one.first, one.last)]
        assert {at for _, (a, b) in mine.roles for at in range(a, b)} == {
            at for at, label in enumerate(one.labels) if label
        }
        for task, number in one.values:
            assert mine.value(task) == CLASSES[task][number]
        assert [(words, state) for words, state, _ in mine.states] == [(w, STATES[n]) for w, n in one.states]
    order = list(found.values())
    groups = {(n.first, n.last): n.group for n in example.namings}
    tied = {groups[one.words] for one in order if one.before is not None}
    assert tied == {"m1", "i1"}
    assert all(groups[order[one.before].words] == groups[one.words] for one in order if one.before is not None)
    actors = {one.words: one.kind for one in called([seen], told, heads)}
    assert actors == {(n.first, n.last): CALLED[n.called] for n in example.namings if n.called >= 0}


def test_figures_of_what_was_learned_are_full(learned: tuple[Any, list[float]]) -> None:
    figures = frame_measure.frames(learned[0], [whole()])
    assert {key: value for key, value in figures.items() if value not in (0.0, 100.0)} == {}
    names = [label[2:] for chain in CHAINS.values() for label in chain if label.startswith("B-")]
    told = (*names, *CLASSES, "states", "called", "link meeting", "link instrument", "link actor", "seen party")
    assert [figures[name] for name in told] == [100.0] * len(told)
