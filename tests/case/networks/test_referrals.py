"""Who is taken to say what, in whose voice, and what is left out."""

from dataclasses import replace

from pourparler.case.networks.referrals import Agreement, By, Coding, LeftOut, refer
from pourparler.case.voices import Hearing
from pourparler.core.account import Voice
from pourparler.core.evidence import Span
from pourparler.core.reading import PositionFrame
from pourparler.core.vocabulary import Stance
from tests.case.networks.grove import AGAINST, FOR, ONLY_IF, REPORTS, TABLE, person, record, says

PEOPLE = (person("Ann Lee", "Norland", "foreign minister"), person("Bo Ek", "Norland", "Spokesman of the council"),
          person("Cy Orr", "Sudland"))  # fmt: skip
VOICES = {
    Hearing.OWN: Voice(outlet=False, speaker="Ann Lee"),
    Hearing.SPOKESPERSON: Voice(outlet=False, speaker="Bo Ek", party="Norland"),
    Hearing.UNNAMED: Voice(outlet=False, party="Norland", anonymous=True),
    Hearing.OPPONENT: Voice(outlet=False, speaker="Cy Orr", party="Norland"),
    Hearing.SOURCE: Voice(outlet=False, anonymous=True),
    Hearing.OUTLET: Voice(outlet=True),
    Hearing.OTHER: Voice(outlet=False, speaker="Di Fox"),
}
HEARD = record(
    *(says("Norland", "a truce", FOR, "r1", voice) for voice in VOICES.values()),
    actors=PEOPLE,
)


def test_voices_are_kept_apart() -> None:
    everything = refer(HEARD, Coding(voices=frozenset(Hearing)))
    assert sorted(one.hearing for one in everything.kept) == sorted(Hearing)
    for hearing in Hearing:
        (only,) = refer(HEARD, Coding(voices=frozenset({hearing}))).kept
        assert only.account.voice == VOICES[hearing]


def test_what_others_say_of_a_party_is_left_out_and_said() -> None:
    told = refer(HEARD)
    assert {one.hearing for one in told.kept} == {Hearing.OWN, Hearing.SPOKESPERSON, Hearing.UNNAMED, Hearing.OUTLET}
    assert told.left_out == ((LeftOut.VOICE, 3),)


def test_by_people_only_those_who_are_named() -> None:
    told = refer(HEARD, Coding(By.PEOPLE, voices=frozenset(Hearing)))
    assert [one.actor for one in told.kept] == ["Ann Lee", "Bo Ek"]
    assert told.left_out == ((LeftOut.NO_PERSON, 5),)
    position = says("Norland", "a truce", FOR, "r1", Voice(outlet=True))
    account = position.accounts[0]
    voiced = replace(account, fields=PositionFrame(Span(0, 4), FOR, "a truce", "Norland", "Ann Lee"))
    (only,) = refer(record(replace(position, accounts=(voiced,)), actors=PEOPLE), Coding(By.PEOPLE)).kept
    assert (only.actor, only.hearing) == ("Ann Lee", Hearing.OUTLET)


def test_conditional_stances_and_positions_of_nobody_are_left_out_and_said() -> None:
    told = refer(record(says("Ash", "fish", ONLY_IF, "r1"), says(None, "fish", AGAINST, "r1")))
    assert (told.kept, told.left_out) == ((), ((LeftOut.NO_ACTOR, 1), (LeftOut.CONDITIONAL, 1)))
    (only,) = refer(record(says("Ash", "fish", ONLY_IF, "r1")), Coding(conditional=True)).kept
    assert only.agreement is Agreement.CONDITIONAL


def test_every_stance_has_an_agreement() -> None:
    told = refer(record(*(says("Ash", f"{stance} a dam", stance, "r1") for stance in Stance)), Coding(conditional=True))
    assert {one.concept for one in told.kept if one.agreement is Agreement.DISAGREE} == {"rejects a dam"}
    assert len(told.kept) == len(Stance)


def test_issues_go_by_the_names_given() -> None:
    truce, fish = says("Ash", "a truce", FOR, "r1"), says("Ash", "fish", FOR, "r1")
    told = refer(record(truce, fish), Coding(issues={truce.id: "ceasefire"}))
    assert {one.concept for one in told.kept} == {"ceasefire", "fish"}


def test_referrals_lead_to_words_and_carry_the_day_of_their_report() -> None:
    told = refer(TABLE)
    assert told.kept[0].day is None and told.kept[-1].day == REPORTS["r5"].published
    for one in told.kept:
        report = REPORTS[one.account.report]
        assert all(report.text[each.start : each.end] == each.text for each in one.account.evidence)
