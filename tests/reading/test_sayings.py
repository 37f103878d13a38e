"""Who said what: the shapes in which the press gives words to somebody."""

import pytest

from pourparler.core.vocabulary import Mode
from pourparler.reading.sayings import attributions
from tests.reading.staging import said, scene, words

MITCHELL = "The mediator George Mitchell opened the session. "


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("British Prime Minister Tony Blair said that the deal was close.", "Tony Blair", "the deal was close"),
        ("British Prime Minister Tony Blair said the deal was close.", "Tony Blair", "the deal was close"),
        ("The deal was close, British Prime Minister Tony Blair said.", "Tony Blair", "The deal was close"),
        ("“The deal is close,” British Prime Minister Tony Blair said.", "Tony Blair", "The deal is close,"),
        ("“The deal is close,” said British Prime Minister Tony Blair.", "Tony Blair", "The deal is close,"),
        ("Tony Blair told reporters on Tuesday that the deal was close.", "Tony Blair", "the deal was close"),
        ("The deal was close, according to Tony Blair.", "Tony Blair", "The deal was close"),
        ("According to Tony Blair, the deal was close.", "Tony Blair", "the deal was close"),
        (
            "There will be no vote this year, - British Prime Minister Blair.",
            "Blair",
            "There will be no vote this year,",
        ),
        ("Acts of protest, Tony Blair said, are acts of faith.", "Tony Blair", "Acts of protest | are acts of faith"),
        ("Tony Blair rejected a second vote on the deal.", "Tony Blair", "a second vote on the deal"),
        ("Tony Blair declined to say what came next.", "Tony Blair", "what came next"),
        ("The Kremlin said the talks would go on.", "Russia", "the talks would go on"),
    ],
)
def test_a_shape_gives_speaker_and_content(text: str, speaker: str, content: str) -> None:
    found = said(text)
    assert [(who, what) for who, what, _ in found] == [(speaker, content)]


def test_a_free_standing_quotation_goes_on_with_its_speaker() -> None:
    text = MITCHELL + "“We start on Monday,” Mitchell said.\n\n“Everybody knows what is at stake this week.”"
    assert said(text)[-1][:2] == ("George Mitchell", "Everybody knows what is at stake this week.")


def test_a_quotation_over_several_sentences_is_one_saying() -> None:
    text = MITCHELL + "“We start on Monday. We stay until it is done,” Mitchell said."
    assert [content for _, content, _ in said(text)] == ["We start on Monday. We stay until it is done,"]


def test_media_that_pass_words_on_are_links_and_no_speakers() -> None:
    text = "Reuters reports the mediator George Mitchell said the session would begin on Monday."
    (one,) = attributions(scene(text))
    assert (one.speaker, one.via) == ("George Mitchell", ("Reuters",))


def test_two_verbs_of_one_subject_are_two_sayings() -> None:
    text = "Tony Blair proposed a vote in May and said the deal was close."
    assert [(content, act) for _, content, act in said(text)] == [
        ("a vote in May", "propose"),
        ("the deal was close", "say"),
    ]


def test_what_was_not_said_is_no_saying() -> None:
    assert said("Tony Blair did not say that the deal was close.") == []


def test_what_will_be_said_is_not_yet_said() -> None:
    assert said("Tony Blair will announce that the deal is done.") == []


def test_he_is_the_speaker_before() -> None:
    text = MITCHELL + "Mitchell said the day was long. He added that nobody had left."
    assert [who for who, _, _ in said(text)] == ["George Mitchell", "George Mitchell"]


def test_the_union_is_the_union_named_before() -> None:
    text = "The Teamsters met the company on Monday. The union said the offer was too low."
    assert said(text) == [("Teamsters", "the offer was too low", "say")]


def test_an_unnamed_official_is_anonymous_for_the_side_named() -> None:
    (one,) = attributions(scene("A British official said the deal was close."))
    assert (one.speaker, one.anonymous, one.party) == (None, True, "United Kingdom")


def test_a_title_without_a_holder_in_the_report_keeps_its_office() -> None:
    (one,) = attributions(scene("‘We will not wait for ever,’ the President of Ukraine says."))
    assert (one.speaker, one.party, one.office) == (None, "Ukraine", "president")


def test_modes_are_told_apart() -> None:
    text = "Tony Blair said the deal was “very close” to done. “It is close,” Blair said. Blair said it was late."
    assert [one.mode for one in attributions(scene(text))] == [Mode.MIXED, Mode.DIRECT, Mode.INDIRECT]


def test_a_reporters_remark_after_a_dash_is_not_said() -> None:
    text = "Tony Blair said the deal was close – a claim at odds with the mood in the hall."
    assert said(text)[0][1] == "the deal was close"


@pytest.mark.parametrize(
    "text",
    [
        "Tony Blair said:\r\n“It is close. 🕊️ We stay.”",
        "“É tarde,” said Tony Blair. “שלום to all of you here.”",
        "Tony Blair said “the deal is clo\u00adse and we are staying.",
    ],
)
def test_every_span_holds_in_odd_texts(text: str) -> None:
    for one in attributions(scene(text)):
        assert words(text, one).strip()
        assert all(0 <= span.start < span.end <= len(text) for span in one.content)


@pytest.mark.parametrize(
    ("text", "content", "act"),
    [
        ("Tony Blair refused to say whether he had seen the text.", "whether he had seen the text", "decline"),
        ("Tony Blair has been clear that nobody is left out.", "nobody is left out", "say"),
        ("Tony Blair's message was that nobody is left out.", "nobody is left out", "say"),
        ("Tony Blair expressed hope that nobody is left out.", "nobody is left out", "say"),
        ("Tony Blair was quoted by Reuters as saying the deal was close.", "the deal was close", "say"),
        ("Tony Blair called the offer insufficient.", "the offer insufficient", "say"),
        ("It was a good day, Tony Blair said, but much was left.", "It was a good day | much was left", "say"),
    ],
)
def test_less_plain_shapes(text: str, content: str, act: str) -> None:
    assert said(text) == [("Tony Blair", content, act)]


def test_an_outlet_that_cites_is_the_link_to_those_it_cites() -> None:
    (one,) = attributions(scene("Reuters, citing three officials, reported that the text was ready."))
    assert (one.speaker, one.anonymous, one.via) == (None, True, ("Reuters",))


def test_officials_of_several_states_speak_for_none_of_them() -> None:
    (one,) = attributions(scene("British, French and German diplomats said the text was ready."))
    assert (one.anonymous, one.party) == (True, None)
