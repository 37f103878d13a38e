import re

import pytest

from pourparler.faces.charts import render as rendering
from pourparler.faces.charts.chart import Grammar
from pourparler.faces.charts.render import render
from tests.faces.charts.every import every

KINDS = tuple(every("Northland"))
HOSTILE = (
    "</svg><script>alert(1)</script>\"' onload=x",
    "\u202eNorthland\x00\x1b[31m\ud800",
    "{{7*7}} ${x} datum.words",
    "https://evil.example/<a href='javascript:x'>",
    "word" * 4000,
    "",
)


@pytest.mark.parametrize("kind", KINDS)
def test_the_library_takes_a_spec_without_a_warning(kind: str, capfd: pytest.CaptureFixture[str]) -> None:
    import vl_convert

    chart = every("Northland")[kind]
    assert chart is not None
    if chart.grammar is Grammar.VEGA_LITE:
        vl_convert.vegalite_to_svg(chart.spec, show_warnings=True)
    else:
        vl_convert.vega_to_svg(chart.spec)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: repr(words[:12]))
def test_hostile_words_stay_words(kind: str, words: str) -> None:
    chart = every(words)[kind]
    assert chart is not None
    svg = render(chart)
    assert not re.search(r"<(?!/?(?:svg|g|a|defs|pattern|path|line|rect|circle|text|tspan|title|desc)[\s>/])", svg)
    assert not re.search(r"\s(?:style|on\w+|src|xlink:href)=\"", svg)
    assert set(re.findall(r'\shref="([^"]*)"', svg)) <= {"/x"}
    assert not re.search("[\u202e\x00\x1b\ud800]", svg)
    assert len(svg) < 60_000


@pytest.mark.parametrize("kind", KINDS)
def test_a_link_to_elsewhere_is_no_link(kind: str) -> None:
    for href in ("javascript:alert(1)", "//evil.example", "https://evil.example/", ""):
        chart = every("Northland", href)[kind]
        assert chart is not None
        assert "<a" not in render(chart) and 'role="img"' in render(chart)


@pytest.mark.parametrize("kind", KINDS)
def test_every_link_has_a_name_and_the_rest_is_hidden(kind: str) -> None:
    from lxml import etree  # type: ignore[import-untyped]

    chart = every("Northland")[kind]
    assert chart is not None
    root = etree.fromstring(render(chart))
    assert root.get("role") == "group"
    for link in root.iter("{*}a"):
        assert link.get("aria-label") and link[0].text == link.get("aria-label")
    for text in root.iter("{*}text"):
        assert any(one.get("aria-hidden") == "true" for one in (text, *text.iterancestors()))


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_rows_give_the_same_bytes(kind: str) -> None:
    rendering._kept.clear()
    first = [render(chart) for chart in every("Northland").values() if chart]
    rendering._kept.clear()
    assert [render(chart) for chart in every("Northland").values() if chart] == first
