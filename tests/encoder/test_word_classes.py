"""Which tags a word can have at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.encoder.word_classes import AUXILIARIES, possible
from pourparler.text.tagging_features import TAGS


def allowed(form: str) -> set[str]:
    """The tags that a word can have, by name."""
    return {tag for tag, can in zip(TAGS, possible(form).tolist(), strict=True) if can}


@settings(deadline=None)
@given(form=st.text(min_size=1, max_size=12))
def test_every_word_can_be_something(form: str) -> None:
    assert allowed(form)


@pytest.mark.parametrize("form", ["…", "—", "“", "*", "€", "🕊️", "##"])
def test_a_mark_is_no_word(form: str) -> None:
    assert not allowed(form) & {"NOUN", "VERB", "PROPN", "ADJ", "ADV", "AUX", "PRON", "DET"}


@pytest.mark.parametrize("form", ["'", "’"])
def test_an_apostrophe_is_a_mark_or_a_genitive(form: str) -> None:
    assert allowed(form) >= {"PUNCT", "PART"}
    assert "NOUN" not in allowed(form)


@pytest.mark.parametrize("form", ["strike", "Strike", "walkout", "é", "שלום", "谈判", "co-chair"])
def test_a_word_is_no_mark_and_no_auxiliary(form: str) -> None:
    assert not allowed(form) & {"PUNCT", "AUX"}


@pytest.mark.parametrize("form", ["was", "Has", "would", "’ve", "'s"])
def test_auxiliaries_are_a_closed_class(form: str) -> None:
    assert "AUX" in allowed(form)
    assert form.lower() in AUXILIARIES


@settings(deadline=None)
@given(form=st.text(min_size=1, max_size=6))
def test_only_listed_words_can_be_auxiliaries(form: str) -> None:
    assert "AUX" not in allowed(form) or form.lower() in AUXILIARIES


@pytest.mark.parametrize("form", ["the", "THE", "and"])
def test_a_word_that_only_ever_had_one_tag_keeps_it(form: str) -> None:
    assert len(allowed(form)) == 1


@pytest.mark.parametrize("form", ["rejected", "Refuses", "declined", "denied", "ruled"])
def test_verbs_of_refusal_are_no_particles_and_no_pronouns(form: str) -> None:
    assert "VERB" in allowed(form)
    assert "PART" not in allowed(form)
    assert not form.endswith("ed") or not allowed(form) & {"PRON", "DET", "ADV"}


@pytest.mark.parametrize(("form", "name"), [("minister", False), ("union", False), ("Union", True), ("van", True)])
def test_a_word_written_small_is_no_name(form: str, name: bool) -> None:
    assert ("PROPN" in allowed(form)) is name
