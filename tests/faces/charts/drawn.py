"""Charts as tests look at them: the elements of a cleaned drawing."""

from typing import Any

from pourparler.faces.charts.chart import Caption, Chart
from pourparler.faces.charts.render import render

CAPTION = Caption("A chart", "What it shows.")
NAME = "{http://www.w3.org/2000/svg}"


def elements(chart: Chart | None, name: str) -> list[Any]:
    """Every element of that name in the drawing of `chart`."""
    from lxml import etree  # type: ignore[import-untyped]

    assert chart is not None
    return list(etree.fromstring(render(chart)).iter(f"{NAME}{name}"))


def words(chart: Chart | None) -> list[str]:
    """Every text that the drawing of `chart` shows, the lines of one text joined."""
    return [" ".join("".join(one.itertext()) for one in ([*text] or [text])) for text in elements(chart, "text")]


def links(chart: Chart | None) -> dict[str, str]:
    """The links of the drawing: where each leads, by the name that a screen reader tells."""
    return {one.get("aria-label"): one.get("href") for one in elements(chart, "a")}
