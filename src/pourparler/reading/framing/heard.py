"""A frame as the heads see it, before it is joined to what the rules find."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from pourparler.core.evidence import Span

Frame = TypeVar("Frame")


@dataclass(frozen=True, slots=True)
class Heard(Generic[Frame]):
    """A frame, the words that name what it tells of, and whether they bear it without the rules. `same_as` of the frame
    counts those that were heard."""

    frame: Frame
    name: Span
    kept: bool
