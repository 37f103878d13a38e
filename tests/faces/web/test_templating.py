"""What templates show: escaped, nothing that steers an eye, blanks between words kept."""

import pytest

from pourparler.faces.web.templating import environment, short_text


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("<b>&</b>", "&lt;b&gt;&amp;&lt;/b&gt;"),
        ("a\u202eb", "a‹U+202E›b"),
        ("before ", "before "),
        ("\nafter", " after"),
        ("two\n\nlines", "two lines"),
        (" ", ""),
        (None, ""),
        (0, "0"),
    ],
)
def test_a_value(value: object, shown: str) -> None:
    assert environment().from_string("{{ value }}").render(value=value) == shown


def test_days_are_taken_as_days_or_as_text() -> None:
    assert short_text("2025-02-18") == "18 Feb 2025"
    assert short_text(None) == short_text("") == "no day"
