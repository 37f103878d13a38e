"""Charts of a page, drawn only where the page is shown: its JSON and CSV have the same numbers and draw nothing."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from pourparler.faces.charts.chart import Chart
from pourparler.faces.charts.drawing import NotDrawn
from pourparler.faces.charts.render import render


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as it stands in a page: empty `svg` where there is nothing to draw, and in words what it leaves out."""

    svg: Markup
    left_out: tuple[str, ...] = ()


def drawn(make: Callable[[], Chart | None], key: str) -> Callable[[], Drawing]:
    """What a template calls for the drawing of a chart that `make` makes; `key` is of this chart alone on its page."""

    def draw() -> Drawing:
        chart = make()
        if chart is None:
            return Drawing(Markup())
        try:
            return Drawing(Markup(render(chart, key)), chart.left_out)
        except NotDrawn as error:
            return Drawing(Markup(), (str(error),))

    return draw
