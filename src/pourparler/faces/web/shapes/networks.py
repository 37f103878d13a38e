"""Edges and windows of networks."""

from datetime import date

from pourparler.faces.web.shapes.parts import Counts, Id, Shape


class Edge(Shape):
    """An edge of a network with what stands behind it; of a contact `meetings`, else `positions`."""

    one: str
    other: str
    weight: float
    agreeing: float | None
    differing: float | None
    conditional: int | None
    issues: list[str]
    statements: int | None
    meetings: list[Id] | None
    disputed: int | None
    counts: Counts
    first: date | None
    last: date | None
    voices: dict[str, int]
    positions: list[Id]


class Days(Shape):
    """A window: its first and its last day."""

    first: date
    last: date


class WindowTold(Shape):
    """What a window holds in numbers; `times` are statements or meetings."""

    window: Days | None
    times: int
    actors: int
    edges: int
    below_floor: int
    agreeing: float | None
    differing: float | None
