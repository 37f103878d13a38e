import re
import subprocess
import sys
from datetime import date

import pytest

from pourparler.faces.charts import render as rendering
from pourparler.faces.charts.chart import Caption, Chart, Grammar
from pourparler.faces.charts.cleaning import clean
from pourparler.faces.charts.coverage import OutletDay, coverage
from pourparler.faces.charts.drawing import NotDrawn
from pourparler.faces.charts.render import render
from tests.faces.charts.drawn import CAPTION, elements

HOSTILE = '</svg><script>alert(1)</script>\u202e\x00<b onclick="x">&amp;'


def chart_of(outlet: str, caption: Caption = CAPTION) -> Chart:
    chart = coverage([OutletDay(date(2031, 3, 3), outlet, 1)], caption)
    assert chart is not None
    return chart


def test_a_drawing_has_no_style_no_ground_and_no_address_of_elsewhere() -> None:
    svg = render(chart_of("Harbour Wire"))
    assert svg.startswith("<svg ")
    assert not re.search(r"style=|<style|<script|<image|font-family|\bon\w+=|href=\"(?![/?#])", svg)
    assert re.findall(r"https?://[^\"]*", svg) == ["http://www.w3.org/2000/svg"]
    assert 'viewBox="0 0 720 240"' in svg


def test_a_chart_with_links_is_a_group_and_one_without_is_an_image() -> None:
    chart = chart_of("Harbour Wire")
    assert 'role="group" aria-labelledby="x-title" aria-describedby="x-told"' in render(chart, "x")
    silent = coverage([OutletDay(date(2031, 3, 3), "Harbour Wire", 1)], CAPTION, lambda first, last: "")
    assert 'role="img"' in render(silent or chart)


def test_ids_begin_with_the_key() -> None:
    svg = render(chart_of("Harbour Wire"), "second")
    assert re.findall(r' id="([^"]*)"', svg) == ["second-title", "second-told"]


def test_hostile_words_are_text() -> None:
    chart = chart_of(HOSTILE, Caption(HOSTILE, HOSTILE))
    svg = render(chart)
    assert "<script" not in svg and "<b" not in svg and "\u202e" not in svg
    assert any("<script>alert(1)" in text for one in elements(chart, "text") for text in one.itertext())
    assert "‹U+202E›" in svg


def test_the_same_chart_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = render(chart_of("Isle Radio"))
    rendering._kept.clear()
    assert render(chart_of("Isle Radio")) == first


def test_a_chart_is_drawn_once_and_few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def draw(chart: Chart) -> str:
        drawn.append(chart.caption.title)
        return '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" viewBox="0 0 1 1"/>'

    monkeypatch.setattr(rendering, "draw", draw)
    monkeypatch.setattr(rendering, "MOST_KEPT", 2)
    rendering._kept.clear()
    for title in ("a", "a", "b", "c", "c", "a"):
        render(chart_of("Harbour Wire", Caption(title)))
    rendering._kept.clear()
    assert drawn == ["a", "b", "c", "a"]


def test_cleaning_keeps_only_what_it_knows() -> None:
    svg = clean(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9" '
        'viewBox="0 0 9 9" onload="x"><style>*{}</style><script>x</script><image xlink:href="http://evil.example/i"/>'
        "<foreignObject><p>x</p></foreignObject><!-- c --><?pi x?>"
        '<a xlink:href="javascript:x"><path d="M0,0h1.23456v1e-9" fill="url(//evil.example)" style="x" onclick="y"/>'
        '</a><a xlink:href="https://record.invalid?a=1"><path d="M0,0" fill="#abc" aria-label="A"/></a></svg>',
        Caption("t"),
        "k",
    )
    assert svg == (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9" class="chart" role="group" '
        'aria-labelledby="k-title" aria-describedby="k-told"><title id="k-title">t</title><desc id="k-told"></desc>'
        '<path d="M0,0h1.23v0" aria-hidden="true"/>'
        '<a href="?a=1" aria-label="A"><title>A</title><path d="M0,0" fill="#abc"/></a></svg>'
    )


def test_a_spec_that_is_refused_says_which_chart() -> None:
    with pytest.raises(NotDrawn, match="“A chart”"):
        render(Chart(CAPTION, Grammar.VEGA, {"marks": [{"type": "no such mark"}]}))


def test_the_library_is_loaded_only_when_a_chart_is_drawn() -> None:
    code = (
        "import sys\nfrom pourparler.faces.charts import coverage, overview, render\n"
        "sys.exit('vl_convert' in sys.modules or 'lxml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
