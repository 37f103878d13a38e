"""One chart of each kind, from rows that are plain, and from rows whose words are hostile."""

from datetime import date

from pourparler.core.vocabulary import ActorKind, MeetingStatus, Stance
from pourparler.faces.charts.chart import Chart
from pourparler.faces.charts.conditions import Requirement, conditions
from pourparler.faces.charts.coverage import OutletDay, coverage
from pourparler.faces.charts.lanes import LaneMeeting, lanes
from pourparler.faces.charts.matrix import Contact, matrix
from pourparler.faces.charts.movement import StanceDay, movement
from pourparler.faces.charts.network import Node, Tie, network
from pourparler.faces.charts.overview import DayCount, overview
from pourparler.faces.charts.periods import Period
from tests.faces.charts.drawn import CAPTION

DAY = date(2031, 3, 3)


def every(name: str, href: str = "/x") -> dict[str, Chart | None]:
    """A chart of each kind with `name` wherever a chart has words, and `href` as its links."""
    return {
        "coverage": coverage([OutletDay(DAY, name, 2)], CAPTION, lambda first, last: href),
        "overview": overview([DayCount(DAY, name, 2)], CAPTION, Period(DAY, DAY), lambda first, last: href),
        "lanes": lanes([LaneMeeting(DAY, DAY, (name, "Sund"), MeetingStatus.HELD, name, href)], CAPTION, DAY),
        "movement": movement([StanceDay(DAY, name, Stance.DEMANDS, name, href)], CAPTION),
        "network": network(
            [Node(name, ActorKind.STATE, 2, name, href), Node("Sund", ActorKind.PERSON, 2)],
            [Tie(name, "Sund", 2, href)],
            CAPTION,
        ),
        "matrix": matrix([Contact(name, "Sund", 2, href)], CAPTION),
        "conditions": conditions([Requirement(name, name, "a truce", href)], CAPTION),
    }
