"""What is made of a whole snapshot is made once and kept while it is asked for: a snapshot never changes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from pourparler.faces.snapshot.snapshot import Snapshot

T = TypeVar("T")


class Kept(Generic[T]):
    """Things made of snapshots, the ones asked for last."""

    def __init__(self, most: int) -> None:
        """Keep at most so many."""
        self._most = most
        self._kept: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = Lock()

    def get(self, snapshot: Snapshot, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` makes of this snapshot under this key, made at the first time it is asked for."""
        full = (str(snapshot.path), snapshot.head, snapshot.meta["lines"], key)
        with self._lock:
            if full in self._kept:
                self._kept.move_to_end(full)
                return self._kept[full]
        made = make()
        with self._lock:
            self._kept[full] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made
