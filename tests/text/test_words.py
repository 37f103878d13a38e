"""Tokens keep their offsets, follow the treebank's cuts, and lose nothing but white space."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparler.text.words import tokens

CUTS = {
    "The dockers won't sign.": "The dockers wo n't sign .",
    "They can’t, cannot and mustn't": "They ca n’t , can not and must n't",
    "Norway's envoy and the pilots’ union": "Norway 's envoy and the pilots ’ union",
    "She'd say they'll go, I'm sure we've met": "She 'd say they 'll go , I 'm sure we 've met",
    "O'Neill met d'Estaing of AT&T": "O'Neill met d'Estaing of AT&T",
    "a U.S.-led, closed-door, 30-day truce": "a U.S.-led , closed-door , 30-day truce",
    "It costs $3.5 million, or 7.25%, or 1,200 euros.": "It costs $ 3.5 million , or 7.25 % , or 1,200 euros .",
    "Lt. Gen. Mark Hale met Dr. J. R. Stone in St. Gallen.": "Lt. Gen. Mark Hale met Dr. J. R. Stone in St. Gallen .",
    "at 9:30 a.m. on Feb. 3": "at 9:30 a.m. on Feb. 3",
    "No. 5 is done. No. We refuse.": "No. 5 is done . No . We refuse .",
    "Write to desk@example.org, or see https://example.org/a/b.html.": (
        "Write to desk@example.org , or see https://example.org/a/b.html ."
    ),
    "front line.He left": "front line . He left",
    "said/ Hale": "said / Hale",
    "wait... what…?": "wait ... what … ?",
    "back in the '90s, get 'em": "back in the '90s , get 'em",
    "talks—if any—fail - or not": "talks — if any — fail - or not",
    "#ceasefire @desk_1 said": "#ceasefire @desk_1 said",
}


@pytest.mark.parametrize("text", CUTS)
def test_text_is_cut_like_the_treebank(text: str) -> None:
    assert [word for _, _, word in tokens(text)] == CUTS[text].split(" ")


def test_combining_marks_and_soft_hyphens_stay_inside_their_word() -> None:
    text = "The cafe\u0301 in Mu\u0308nster hosted nego\u00adtiators \U0001f54a\ufe0f today"
    assert [word for _, _, word in tokens(text)] == text.split(" ")


def test_a_part_of_a_text_keeps_the_offsets_of_the_whole() -> None:
    text = "One two three four"
    assert tokens(text, 4, 13) == [(4, 7, "two"), (8, 13, "three")]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_every_character_but_white_space_is_in_exactly_one_token(text: str) -> None:
    at = 0
    for start, end, word in tokens(text):
        assert start >= at
        assert start < end
        assert text[start:end] == word
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()
