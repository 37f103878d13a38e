"""What a chart is before it is drawn: a spec, the words that stand for it, and what it leaves out."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

Spec: TypeAlias = dict[str, Any]
"""A Vega-Lite or Vega spec: dicts, lists, strings and numbers, ready for JSON."""

WIDTH = 720
"""Width of a chart in CSS pixels, axes included, unless the caller asks for another."""


class Grammar(StrEnum):
    """Which of the two languages a spec is written in."""

    VEGA_LITE = "vega-lite"
    VEGA = "vega"


@dataclass(frozen=True, slots=True)
class Caption:
    """What a reader is told who cannot see the chart: its title, and in `told` what it shows."""

    title: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart ready to be drawn.

    `left_out` says in words what did not find room, empty when everything did; `patterned` lays a pattern over areas
    in the colours of the palette.
    """

    caption: Caption
    grammar: Grammar
    spec: Spec
    left_out: tuple[str, ...] = ()
    patterned: bool = False
