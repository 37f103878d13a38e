"""Words made fit for XML and UTF-8: whatever they are, a parser takes them and no line turns round."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from pourparler.faces.brief.letters import lawful, linked
from tests.faces.brief.hostile import SHOWN, WORDS


@given(st.text())
def test_whatever_it_is_xml_and_utf_8_take_it(text: str) -> None:
    made = lawful(text)
    made.encode()
    element = ElementTree.Element("t")
    element.text = made
    assert ElementTree.fromstring(ElementTree.tostring(element, encoding="utf-8")).text in (made, made or None)
    assert made.count("\u2068") == made.count("\u2069")


def test_what_steers_is_shown_and_letters_from_right_to_left_are_set_apart() -> None:
    assert lawful(WORDS) == f"\u2068{SHOWN}\u2069"
    assert lawful(" between ") == " between "
    assert lawful(", in the words of the wire: ") == ", in the words of the wire: "
    assert lawful("") == "" and lawful(" \n ") == " "


def test_only_addresses_of_the_web_are_links() -> None:
    assert linked("https://a.example/b?c=d#e") == "https://a.example/b?c=d#e"
    for other in (
        None,
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://a.example/\u202e b",
        "https://\ud800",
    ):
        assert linked(other) == ""
