"""Specs drawn by vl-convert: the one place where it is called, and only when a chart is drawn."""

from typing import Any

from pourparler.core.errors import PourparlerError
from pourparler.faces.charts.chart import Chart, Grammar
from pourparler.faces.wording.quoting import visible


class NotDrawn(PourparlerError):
    """A spec that the library refused."""


def draw(chart: Chart) -> str:
    """The SVG that vl-convert makes of `chart`, as it comes: never for a page before `cleaning.clean`.

    Nothing is fetched: the data stands in the spec. The first drawing of a process loads the library (half a second,
    70 MB). Raises NotDrawn when the library refuses the spec.
    """
    import vl_convert

    spec = _shown(chart.spec)
    convert = vl_convert.vegalite_to_svg if chart.grammar is Grammar.VEGA_LITE else vl_convert.vega_to_svg
    try:
        return convert(spec, allowed_base_urls=[])
    except ValueError as error:
        raise NotDrawn(
            f"The chart “{visible(chart.caption.title)}” could not be drawn: {error}",
            "Its table says the same; please report this with the rows that it was made of.",
        ) from error


def _shown(value: Any) -> Any:
    """`value` with every string made visible: what XML cannot hold or what steers an eye is shown by its number."""
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else "\n".join(map(visible, value.split("\n")))
    if isinstance(value, dict):
        return {key: _shown(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_shown(one) for one in value]
    return value
