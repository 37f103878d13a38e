"""Attributions found by somebody else, completed for a whole report."""

from pourparler.core.evidence import Span
from pourparler.reading.tellings import Triple
from pourparler.reading.voicing import attribute
from tests.reading.staging import scene, words

TEXT = (
    "Reuters reports the mediator George Mitchell said that the session would begin on Monday. "
    "British Prime Minister Tony Blair did not say that he would come.\n\n"
    "“We began with seven hundred days of failure.\n\n“We ended with one day of success,” Mitchell said.\n\n"
    "“That is all that there is to tell.”"
)


def place(part: str, last: bool = False) -> Span:
    """The span of some words of the text, the last of them if asked."""
    at = TEXT.rindex(part) if last else TEXT.index(part)
    return Span(at, at + len(part))


def test_a_report_of_triples_is_completed() -> None:
    begun = "that the session would begin on Monday"
    triples = (
        Triple((place("“That is all that there is to tell.”"),)),
        Triple((place("“We ended with one day of success,”"),), place("Mitchell", last=True), place("said", last=True)),
        Triple((place(f"the mediator George Mitchell said {begun}"),), place("Reuters"), place("reports")),
        Triple((place(begun),), place("the mediator George Mitchell"), place("said")),
        Triple((place("that he would come"),), place("British Prime Minister Tony Blair"), place("did not say")),
    )
    found = attribute(scene(TEXT), triples)
    assert [(one.speaker, words(TEXT, one)) for one in found] == [
        ("George Mitchell", "the session would begin on Monday"),
        ("George Mitchell", "We began with seven hundred days of failure. | We ended with one day of success,"),
        ("George Mitchell", "That is all that there is to tell."),
    ]
    assert found[0].via == ("Reuters",)


def test_nothing_gives_nothing() -> None:
    assert attribute(scene(TEXT), ()) == ()
