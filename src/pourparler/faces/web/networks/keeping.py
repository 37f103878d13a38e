"""Networks that were looked at, kept for the next look: who goes from window to window asks for the same ones again."""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from pourparler.case.networks.windows import Span
from pourparler.faces.system.scenes import Choice, Scene, Telling, telling_of
from pourparler.faces.web.networks.choosing import NetworkAsk, Windows, windows_of
from pourparler.faces.web.visit import Visit

MOST_STRANDS = 30_000
"""Edges of all that is kept; they take some 25 MB. What was looked at last is kept whatever it takes."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A network over all of time and in each of its windows."""

    telling: Telling
    windows: Windows
    whole: Scene
    scenes: Mapping[Span, Scene]

    @property
    def strands(self) -> int:
        """The edges of all scenes together."""
        return len(self.whole.strands) + sum(len(one.strands) for one in self.scenes.values())


_kept: OrderedDict[tuple[object, ...], Seen] = OrderedDict()
_lock = threading.Lock()


def seen(visit: Visit, choice: Choice, ask: NetworkAsk) -> Seen:
    """The network that is chosen, in the snapshot of a visit; raises InputError as `windows_of` does."""
    key = (visit.site.record, *visit.snapshot.meta.items(), choice, ask.unit, ask.size)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    telling = telling_of(visit.asking, choice)
    windows = windows_of(ask, telling.days)
    made = Seen(telling, windows, telling.scene(), {span: telling.scene(span) for span in windows.spans})
    with _lock:
        _kept[key] = made
        while len(_kept) > 1 and sum(one.strands for one in _kept.values()) > MOST_STRANDS:
            _kept.popitem(last=False)
    return made
