"""One chart of each kind, from rows that are plain, and from rows whose words are hostile."""

from datetime import date

from pourparler.core.vocabulary import ActorKind, MeetingStatus, Stance
from pourparler.faces.charts.chart import Chart
from pourparler.faces.charts.conditions import Requirement, conditions
from pourparler.faces.charts.coverage import OutletDay, coverage
from pourparler.faces.charts.ground import Ground, Node, column_ground, round_ground
from pourparler.faces.charts.lanes import LaneMeeting, lanes
from pourparler.faces.charts.matrix import Contact, matrix
from pourparler.faces.charts.movement import StanceDay, movement
from pourparler.faces.charts.network import Node as Actor
from pourparler.faces.charts.network import Tie, network
from pourparler.faces.charts.overview import DayCount, overview
from pourparler.faces.charts.periods import Period
from pourparler.faces.charts.web import Line, Look, Window, web
from tests.faces.charts.drawn import CAPTION

DAY = date(2031, 3, 3)


TIED = [("one", "other")]


def nodes(name: str, href: str) -> list[Node]:
    """Two nodes of a network over time."""
    one = Node("one", name, 2, 2, about=name, party=name, fill="#3b62e0", href=href)
    return [one, Node("other", "Sund", 1, 2, shape="square")]


def drawn_web(ground: Ground, name: str, href: str) -> Chart | None:
    """A window of it, with a line."""
    lines = [Line("one", "other", Look.DISAGREE, 1.0, f"{name} and Sund: 1", href)]
    return web(ground, Window(lines, {"one": 2}), 1.0, CAPTION, {Look.DISAGREE: "the opposite"})


def every(name: str, href: str = "/x") -> dict[str, Chart | None]:
    """A chart of each kind with `name` wherever a chart has words, and `href` as its links."""
    return {
        "coverage": coverage([OutletDay(DAY, name, 2)], CAPTION, lambda first, last: href),
        "overview": overview([DayCount(DAY, name, 2)], CAPTION, Period(DAY, DAY), lambda first, last: href),
        "lanes": lanes([LaneMeeting(DAY, DAY, (name, "Sund"), MeetingStatus.HELD, name, href)], CAPTION, DAY),
        "movement": movement([StanceDay(DAY, name, Stance.DEMANDS, name, href)], CAPTION),
        "network": network(
            [Actor(name, ActorKind.STATE, 2, name, href), Actor("Sund", ActorKind.PERSON, 2)],
            [Tie(name, "Sund", 2, href)],
            CAPTION,
        ),
        "web": drawn_web(round_ground(nodes(name, href), TIED), name, href),
        "columns": drawn_web(column_ground(nodes(name, href)[:1], nodes(name, href)[1:], TIED), name, href),
        "matrix": matrix([Contact(name, "Sund", 2, href)], CAPTION),
        "conditions": conditions([Requirement(name, name, "a truce", href)], CAPTION),
    }
