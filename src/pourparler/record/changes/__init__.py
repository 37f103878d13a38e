"""What differs between two states of one record: told as a person would, never as ids or order."""

from pourparler.record.changes.change import (
    ActorChange,
    Changes,
    DisputeChange,
    EntryChange,
    FieldChange,
    Sort,
)
from pourparler.record.changes.comparing import compare

__all__ = ["ActorChange", "Changes", "DisputeChange", "EntryChange", "FieldChange", "Sort", "compare"]
