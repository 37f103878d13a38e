"""The stances that were taken on an issue, in time: as rows of CSV, as a drawing."""

from collections.abc import Iterator, Mapping, Sequence

from pourparler.case.voices import Hearing
from pourparler.faces.charts.chart import Caption, Chart
from pourparler.faces.charts.movement import StanceDay, movement
from pourparler.faces.web.issues.grid import Stood
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.names import some

Stances = Mapping[str, Sequence[Stood]]
"""By party, its stances in the order in which they were first told."""

HISTORY_COLUMNS = (
    "party", "stance", "phrase", "voice", "first_told", "last_told", "in_force", "its_own", "position", "report",
    "start", "end", "text",
)  # fmt: skip


def history_rows(stances: Stances) -> Iterator[tuple[object, ...]]:
    """A row a stance and sort of voice; `its_own` where it is taken for the party's, not only told of it."""
    for party, held in stances.items():
        for one in held:
            place = one.place
            yield (party, one.stance.value, one.phrase, one.hearing.value, _day(one.first), _day(one.last), one.stands,
                   one.counts, one.position, place.report, place.start, place.end, place.text)  # fmt: skip


def _day(day: object) -> str | None:
    return str(day) if day else None


def hearings_in(stances: Stances) -> tuple[Hearing, ...]:
    """The sorts of voices in which stances in force are told, in their order."""
    there = {one.hearing for held in stances.values() for one in held if one.stands}
    return tuple(one for one in Hearing if one in there)


def movement_of(visit: Visit, name: str, stances: Stances) -> Chart | None:
    """Stances as a drawing over time, by the day they were first told; None where no party has two of them."""
    days = [
        StanceDay(
            one.first,
            party,
            one.stance,
            f"{party} {one.stance.value} {one.phrase} ({one.hearing.value})",
            visit.entry("position", one.position),
        )
        for party, held in stances.items()
        for one in held
        if one.first
    ]
    told = f"{some(len(days), 'stance')} with a day; the lists below have all, with their words."
    return movement(days, Caption(f"Stances on {name}", told)) if len({one.party for one in days}) < len(days) else None
