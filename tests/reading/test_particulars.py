"""What plain words say of frames beside their first fields: channel, hosts, wording, hedge, deadline, links."""

from dataclasses import replace
from datetime import date

import pytest

from pourparler.core.evidence import Span
from pourparler.core.reading import MeetingFrame, Reading
from pourparler.core.report import Report
from pourparler.core.vocabulary import Channel, MeetingStatus, PublishedFrom
from pourparler.reading.page import lay_out
from pourparler.reading.particulars import particulars
from pourparler.reading.particulars.hedging import hedges
from pourparler.reading.rules import RuleReader
from pourparler.reading.scene import set_scene

DAY = date(2024, 3, 6)


def report(text: str) -> Report:
    return Report("r", "r.txt", text, language="en", published=DAY, published_from=PublishedFrom.GIVEN)


def read(text: str) -> Reading:
    return RuleReader().read(report(text))


def told(text: str, span: Span | None) -> str | None:
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("The foreign ministers of Peru and Chile spoke by phone on Monday.", Channel.PHONE),
        ("Peru and Chile held a video call on Monday.", Channel.VIDEO),
        ("Peru and Chile held indirect talks in Muscat on Monday.", Channel.INDIRECT),
        ("Peru and Chile held talks in Madrid on Monday.", Channel.IN_PERSON),
        ("Peru and Chile will hold talks on Monday.", None),
    ],
)
def test_the_channel_is_told_by_words_by_the_kind_or_by_a_place(text: str, channel: Channel | None) -> None:
    [met] = read(text).meetings
    assert met.channel is channel


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Peru and Chile will meet in Madrid on Friday.", "will meet"),
        ("The talks between Peru and Chile were called off on Monday.", "were called off"),
        ("Peru and Chile met in Madrid on Monday.", "met"),
    ],
)
def test_the_wording_is_the_verb_that_gives_the_status(text: str, wording: str) -> None:
    [met] = read(text).meetings
    assert told(text, met.wording) == wording


def test_a_denial_is_worded_by_its_cue() -> None:
    text = "Chile denied that it had met Peru in Madrid on Monday."
    [met] = read(text).meetings
    assert met.status is MeetingStatus.DENIED and told(text, met.wording) == "denied"


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Peru and Chile could meet in Madrid on Friday.", "could"),
        ("Peru and Chile will reportedly meet in Madrid on Friday.", "reportedly"),
        ("Peru and Chile are said to have met in Madrid on Monday.", "are said to"),
        ("Peru and Chile will meet in Madrid on Friday.", None),
    ],
)
def test_a_hedge_leaves_a_meeting_open(text: str, hedge: str | None) -> None:
    [met] = read(text).meetings
    assert told(text, met.hedge) == hedge


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Peru's foreign minister hinted that the ships were ready.", "hinted"),
        ("Peru's foreign minister said the ships might sail.", "might"),
        ("Peru's foreign minister said the ships may sail.", None),
        ("Peru's foreign minister said that no ship could sail.", None),
        ("Peru's foreign minister said if the ships could sail they would.", None),
    ],
)
def test_a_statement_is_hedged_by_its_cue_or_its_words(text: str, hedge: str | None) -> None:
    said = read(text).attributions[0]
    assert told(text, said.hedge) == hedge


def test_a_doubt_is_negative_and_a_denial_is_an_act() -> None:
    assert read("Peru's foreign minister doubts that the truce will hold.").attributions[0].negative
    assert not read("Peru's foreign minister denied that the truce was over.").attributions[0].negative


def test_a_condition_cites_its_trigger_and_its_deadline() -> None:
    text = (
        "Peru will not return to the talks unless Chile frees the crew by Friday, the Peruvian foreign minister said."
    )
    [condition] = read(text).conditions
    assert told(text, condition.trigger) == "unless"
    assert condition.deadline and condition.deadline.end == date(2024, 3, 8) and condition.deadline.start is None


def test_a_conditional_position_and_meeting_lead_to_their_condition() -> None:
    text = "“We will meet Chile in Madrid only if the crew is freed,” Peru's foreign minister said."
    found = read(text)
    assert len(found.conditions) == 1
    assert [one.condition for one in found.positions if one.stance.value == "conditional"] == [0]
    assert [one.condition for one in found.meetings if one.status is MeetingStatus.CONDITIONAL] == [0]


def test_who_was_invited_and_who_stayed_away() -> None:
    [met] = read("Peru and Chile met in Madrid on Monday. Brazil was invited. Bolivia did not attend.").meetings
    assert met.invited == ("Brazil",) and met.absent == ("Bolivia",)


def test_a_host_is_no_party_and_no_mediator() -> None:
    [met] = read("Talks between Peru and Chile, hosted by Spain, opened in Madrid on Monday.").meetings
    assert met.hosts == ("Spain",) and "Spain" not in (*met.parties, *met.mediators)


def test_the_agenda_is_what_the_talks_are_on_and_an_outcome_what_came_of_them() -> None:
    text = "Peru and Chile ended talks on fishing quotas in Madrid on Monday without a deal."
    [met] = read(text).meetings
    assert [span.of(text) for span in met.agenda] == ["fishing quotas"]
    assert [span.of(text) for span in met.outcome] == ["without a deal"]


def test_the_level_is_that_of_those_who_meet() -> None:
    [met] = read("The foreign ministers of Peru and Chile will meet in Madrid on Friday.").meetings
    assert met.level == "foreign ministers"


def test_what_a_frame_has_it_keeps_and_filling_twice_changes_nothing() -> None:
    text = "Peru and Chile could meet by video on Friday."
    scene = set_scene(lay_out(report(text)))
    found = RuleReader().read(report(text))
    assert particulars(scene, found) == found
    given: MeetingFrame = replace(found.meetings[0], channel=Channel.LETTER, hedge=Span(0, 4))
    [kept] = particulars(scene, replace(found, meetings=(given,))).meetings
    assert (kept.channel, kept.hedge) == (Channel.LETTER, Span(0, 4))


def test_the_table_of_hedges_has_every_role() -> None:
    assert set(hedges()) == {"modal", "word", "phrase", "cue"}
