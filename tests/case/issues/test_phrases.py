"""Phrases by their telling words, and what they list."""

import pytest

from pourparler.case.issues.phrases import completed, key_of, listed, tells_nothing

ONE_ISSUE = [
    ("a ceasefire", "any ceasefire", "unconditional 30-day ceasefire", "move quickly towards a ceasefire", "a truce"),
    ("a truce", "any cessation of hostilities", "the ceasefire deal", "proposal for a 60-day truce"),
    ("security guarantees", "guarantees for its security", "far-reaching security guarantees"),
    ("security guarantees", "a contribution to the security guarantees", "efforts to obtain guarantees of security"),
    ("wage increases", "a 5% wage increase for drivers", "an increase in wages of 5%", "the wage increase"),
    ("deal on fishing quotas", "fishing quotas", "talks about a fishing quota", "pact on fishing quotas with Norland"),
    ("prisoner exchange", "an exchange of prisoners", "exchange of 40 prisoners"),
    ("lengthy discussions on the “pension gap”", "the pension gap", "pension gaps"),
    ("the withdrawal of Sudland’s troops from four districts", "troop withdrawal", "Norland withdraws its troops"),
    ("withdraw its troops", "troops have been withdrawn", "pull out its soldiers", "Norland pulled back its troops"),
    ("releases the prisoners", "the prisoners' release", "prisoner release", "freeing the captives"),
    ("Norland compensates farmers", "compensation for farmers", "farmers are compensated"),
    ("lifting of sanctions", "sanctions relief", "easing sanctions", "Norland lifts the sanctions"),
    ("a pay rise", "wage increase", "raise pay", "a 40% raise", "raise of 21 percent"),
    ("Norland lifts its ban on fish", "ban on fish"),
    ("demobilize its fighters", "the demobilisation of fighters"),
    ("join NATO", "NATO membership", "accession to NATO"),
    ("call off the strike", "the strike is called off"),
    ("a wage increase", "wage increases"),
]  # fmt: skip

APART = [
    ("security guarantees", "loan guarantees"),
    ("NATO membership", "EU membership"),
    ("wage increases", "price increases"),
    ("talks in Geneva", "talks in Oslo"),
    ("the agrarian question", "the national question"),
    ("the amnesty question", "the railway question"),
    ("withdrawal of troops", "withdrawal of the tariffs"),
    ("a ceasefire", "ceasefire monitoring"),
    ("cessation of hostilities", "cessation of payments"),
    ("sanctions", "sanctions relief"),
    ("Norland pays for the fields", "wages for the fields"),
    ("the gates stay shut", "the gates are opened"),
    ("release the prisoners", "exchange the prisoners"),
    ("Geneva would sign", "Geneva can wait"),
    ("the notice went out", "the notice stays"),
]


@pytest.mark.parametrize("phrases", ONE_ISSUE, ids=lambda phrases: phrases[0])
def test_phrases_of_one_issue_share_their_words(phrases: tuple[str, ...]) -> None:
    keys = {phrase: key_of(phrase, frozenset({"norland", "sudland"})) for phrase in phrases}
    assert len(set(keys.values())) == 1, keys


@pytest.mark.parametrize("one,other", APART)
def test_phrases_of_two_issues_do_not(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize("phrase", ["it", "Norland", "5%", "the", "…", "to", "anything"])
def test_no_phrase_is_without_words(phrase: str) -> None:
    assert key_of(phrase, frozenset({"norland"}))


def test_names_of_the_sides_tell_no_issue() -> None:
    assert key_of("Norland’s ports", frozenset({"norland"})) == key_of("the ports")
    assert key_of("South African ports") == key_of("ports")


def test_who_does_it_is_left_out_and_what_it_is_done_to_stays() -> None:
    assert key_of("the company dismisses the drivers") == {"dismiss", "driver"}
    assert key_of("the drivers are dismissed") == {"dismiss", "driver"}
    assert key_of("seize the vans") == {"seize", "van"}


def test_a_list_is_parted() -> None:
    assert listed("a truce and an amnesty").parts == ("a truce", "an amnesty")
    assert listed("a truce and an amnesty").number == 2
    assert listed("either a truce or an amnesty").number == 1
    several = listed("at least two of a truce, an amnesty and new elections")
    assert (several.number, several.parts) == (2, ("a truce", "an amnesty", "new elections"))


@pytest.mark.parametrize(
    "phrase", ["a truce", "trust between Norland and Sudland", "free and fair elections", "Norland and Sudland", "it"]
)
def test_what_is_no_list_is_left_whole(phrase: str) -> None:
    assert listed(phrase, frozenset({"norland", "sudland"})).parts == (phrase,)


def test_what_only_carries_is_completed_from_its_passage() -> None:
    passage = "The union pressed for lengthy talks on the “pension gap” of the drivers before any vote"
    assert completed("lengthy talks", [passage]) == "lengthy talks on the “pension gap” of the drivers"
    assert completed("lengthy talks", ["It pressed for lengthy talks before any vote"]) == "lengthy talks"
    assert completed("a truce", ["a truce on the lake"]) == "a truce"
    assert completed("talks", ["nothing of the kind"]) == "talks"


@pytest.mark.parametrize(
    "phrase",
    [
        "it",
        "It",
        "one",
        "each",
        "most",
        "most of them",
        "do",
        "do so",
        "it accepted",
        "the same",
        "anything",
        "it lasts",
        "they are gone",
        "it has heard",
        "we sign",
    ],
)
def test_a_phrase_that_only_points_tells_nothing(phrase: str) -> None:
    assert tells_nothing(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "its memorandum",
        "a truce",
        "one dam",
        "accept a truce",
        "most tariffs",
        "go home",
        "they promise an amnesty",
        "that law",
    ],
)
def test_a_phrase_with_a_word_of_its_own_tells_something(phrase: str) -> None:
    assert not tells_nothing(phrase)
