"""What a phrase is about, whatever is done with it."""

import pytest

from pourparler.case.issues.anchors import anchored

NAMES = frozenset({"norland", "sudland"})

TOGETHER = [
    ("two paid hours of preparation a week", "one preparing hour", "preparation time"),
    ("a ceiling of 24 for every class", "smaller classes", "the size of classes"),
    ("a lockout notice for every worker", "notice of lockout", "the lockout"),
    ("a list of reforms", "reforms", "the first reform package"),
    ("the restructuring of the old debts", "debt relief", "a cut in the debt"),
    ("new tariffs", "the duty comes down", "lifting the tariffs"),
    ("a nuclear programme", "the nuclear file"),
    ("in-service days", "giving up two in-service days"),
    ("call off the go-slow", "the work-to-rule must end"),
    ("no flight will leave", "fly them next week", "the planes"),
    ("sign", "a signing by ministers", "the signature"),
    ("the award is out", "finance any award"),
]  # fmt: skip

APART = [
    ("a ceiling for prices", "a ceiling for classes"),
    ("the release of prisoners", "the release of the money"),
    ("a chair in the talks", "the talks"),
    ("the ceiling could rise", "the pay rise"),
    ("interim agreement", "interim government"),
    ("a raise", "a rise in rents"),
    ("the notice went in the bin", "tariffs went up"),
]


@pytest.mark.parametrize("phrases", TOGETHER, ids=lambda phrases: phrases[0])
def test_phrases_about_one_thing(phrases: tuple[str, ...]) -> None:
    things = {phrase: anchored(phrase, NAMES).thing for phrase in phrases}
    assert None not in things.values(), things
    assert len({thing.root for thing in things.values() if thing}) == 1, things


@pytest.mark.parametrize("one,other", APART)
def test_phrases_about_two_things(one: str, other: str) -> None:
    first, second = anchored(one, NAMES).thing, anchored(other, NAMES).thing
    assert first is None or second is None or first.root != second.root


@pytest.mark.parametrize("phrase", ["it", "Norland", "5 percent", "the president", "…", "both sides", "six and a half"])
def test_about_nothing_that_another_phrase_could_share(phrase: str) -> None:
    assert anchored(phrase, NAMES).thing is None


def test_the_word_is_told_as_it_stands() -> None:
    thing = anchored("Smaller Classes").thing
    assert thing is not None and thing.word == "classes"
