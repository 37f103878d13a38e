from datetime import date

from pourparler.faces.charts.coverage import OutletDay, coverage
from pourparler.faces.charts.picture import Form, picture
from tests.faces.charts.drawn import CAPTION


def test_a_picture_stands_alone_on_white_without_links() -> None:
    chart = coverage([OutletDay(date(2031, 3, 3), "Harbour Wire", 1)], CAPTION)
    assert chart is not None
    svg = picture(chart, Form.SVG).decode()
    assert svg.startswith("<?xml") and 'fill="#ffffff"' in svg and "<title" in svg
    assert not [word for word in ("currentColor", "Canvas", "<a ", "href", "style=") if word in svg]


def test_a_png_has_the_pixels_that_were_asked_for_and_the_same_bytes_each_time() -> None:
    chart = coverage([OutletDay(date(2031, 3, 3), "Harbour Wire", 1)], CAPTION)
    assert chart is not None
    png = picture(chart, Form.PNG, 1.5)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(png[16:20]) == 1080 and int.from_bytes(png[20:24]) == 360
    assert picture(chart, Form.PNG, 1.5) == png
