"""The rule reader: plain procedures that always work, and the floor that a trained reader must beat."""

from pourparler.core.reading import Attribution, Mention, Reading
from pourparler.core.report import Report
from pourparler.reading.conditions import find_conditions
from pourparler.reading.instruments import find_instruments
from pourparler.reading.meetings import find_meetings
from pourparler.reading.page import lay_out
from pourparler.reading.particulars import particulars
from pourparler.reading.positions import find_positions
from pourparler.reading.repeats import with_one_speaker
from pourparler.reading.sayings import attributions
from pourparler.reading.scene import Scene, mentions, set_scene


class RuleReader:
    """Reads with rules and the data files alone; the same report always gives the same reading."""

    @property
    def name(self) -> str:
        """The name and version kept with every reading."""
        return "rules-1"

    def read(self, report: Report) -> Reading:
        """The reading of one report: who is there, who said what, and what it tells of the negotiation."""
        scene = set_scene(lay_out(report))
        said, again = with_one_speaker(scene, attributions(scene))
        return reading_of(self.name, scene, said, again)


def reading_of(reader: str, scene: Scene, said: tuple[Attribution, ...], others: tuple[Mention, ...] = ()) -> Reading:
    """The reading of a scene whose attributions are known: mentions (`others` besides those of the rules), times and
    the frames of the negotiation with their particulars."""
    return particulars(scene, bare_reading_of(reader, scene, said, others))


def bare_reading_of(
    reader: str, scene: Scene, said: tuple[Attribution, ...], others: tuple[Mention, ...] = ()
) -> Reading:
    """The same without particulars: what other frames may be joined to. A frame points at its condition by an index, so
    particulars are filled once all conditions are there."""
    conditions = find_conditions(scene, said)
    return Reading(
        report=scene.page.report.id,
        reader=reader,
        mentions=tuple(sorted((*mentions(scene), *others), key=lambda mention: mention.span)),
        times=scene.page.times,
        attributions=said,
        meetings=find_meetings(scene, said),
        positions=find_positions(scene, said, conditions),
        conditions=conditions,
        instruments=find_instruments(scene, said),
    )
