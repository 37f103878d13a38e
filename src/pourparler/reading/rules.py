"""The rule reader: plain procedures that always work, and the floor that a trained reader must beat."""

from pourparler.core.reading import Reading
from pourparler.core.report import Report
from pourparler.reading.page import lay_out
from pourparler.reading.sayings import attributions
from pourparler.reading.scene import mentions, set_scene


class RuleReader:
    """Reads with rules and the data files alone; the same report always gives the same reading."""

    @property
    def name(self) -> str:
        """The name and version kept with every reading."""
        return "rules-1"

    def read(self, report: Report) -> Reading:
        """The reading of one report: who is there, who said what, and what it tells of the negotiation."""
        scene = set_scene(lay_out(report))
        said = attributions(scene)
        return Reading(report.id, self.name, tuple(mentions(scene)), scene.page.times, said)
