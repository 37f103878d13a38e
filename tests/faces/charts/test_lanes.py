from datetime import date, timedelta

from pourparler.core.vocabulary import MeetingStatus
from pourparler.faces.charts.lanes import COLOUR, FILLED, MOST_LANES, OTHERS, SHAPE, LaneMeeting, lanes
from pourparler.faces.charts.palette import ACCENT
from tests.faces.charts.drawn import CAPTION, elements, links, words

DAY = date(2031, 3, 3)
TALKS = LaneMeeting(DAY, DAY, ("Northland", "Amber Isle"), MeetingStatus.HELD, "Talks in Port Sund", "/meetings/m1")


def test_a_meeting_stands_in_the_lane_of_each_party_and_leads_to_its_page() -> None:
    assert links(lanes([TALKS], CAPTION)) == {
        "Amber Isle: Talks in Port Sund (held)": "/meetings/m1",
        "Northland: Talks in Port Sund (held)": "/meetings/m1",
    }


def test_only_what_was_held_or_is_under_way_is_filled_and_every_status_has_a_look_of_its_own() -> None:
    looks = {(SHAPE[one], one in FILLED, COLOUR.get(one, ACCENT)) for one in MeetingStatus}
    assert len(looks) == len(MeetingStatus)
    assert set(FILLED) == {MeetingStatus.HELD, MeetingStatus.UNDER_WAY}


def test_the_legend_has_the_words_of_the_statuses_that_occur() -> None:
    planned = LaneMeeting(DAY, DAY, ("Northland",), MeetingStatus.PLANNED, "A call")
    told = words(lanes([TALKS, planned], CAPTION))
    assert "held" in told and "planned" in told and "denied" not in told


def test_meetings_of_one_day_stand_below_one_another() -> None:
    rows = [LaneMeeting(DAY, DAY, ("Northland",), MeetingStatus.HELD, f"Call {i}", f"/meetings/m{i}") for i in range(4)]
    places = [one.find("{*}path").get("transform") for one in elements(lanes(rows, CAPTION), "a")]
    assert len(set(places)) == 4


def test_parties_past_the_twelfth_share_a_lane_and_early_meetings_past_the_bound_go() -> None:
    rows = [LaneMeeting(DAY, DAY, (f"Party {i:02}",), MeetingStatus.HELD, "Call") for i in range(MOST_LANES + 3)]
    chart = lanes(rows, CAPTION)
    assert chart is not None and OTHERS in words(chart)
    assert chart.left_out == ("4 parties with fewer meetings share the lane “other parties”",)
    many = [LaneMeeting(DAY + timedelta(i), DAY + timedelta(i), ("A",), MeetingStatus.HELD, "Call") for i in range(402)]
    chart = lanes(many, CAPTION)
    assert chart is not None and chart.left_out == ("2 earlier meetings not drawn",)


def test_the_day_of_the_record_is_marked_and_in_sight() -> None:
    assert "as of 9 Jun" in words(lanes([TALKS], CAPTION, date(2031, 6, 9)))


def test_without_parties_there_is_no_lane() -> None:
    assert lanes([LaneMeeting(DAY, DAY, (), MeetingStatus.HELD, "Call")], CAPTION) is None
