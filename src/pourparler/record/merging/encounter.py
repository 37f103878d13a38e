"""A meeting as it grows out of glimpses."""

from datetime import date

from pourparler.core.vocabulary import MeetingKind, MeetingStatus
from pourparler.record.merging.glimpse import MET, Days, Glimpse


class Encounter:
    """One meeting, as the glimpses put together so far show it."""

    def __init__(self) -> None:
        """A meeting of which nothing is known yet."""
        self.glimpses: list[Glimpse] = []
        self.families: set[str] = set()
        self.kinds: set[MeetingKind] = set()
        self.statuses: set[MeetingStatus] = set()
        self.days: set[Days] = set()
        self.held: set[Days] = set()
        self.parties: list[frozenset[str]] = []
        self.people: set[str] = set()
        self.people_of: dict[str, set[str]] = {}
        self.places: list[str] = []
        self.rounds: set[int] = set()
        self.words: set[str] = set()
        self.reports: set[str] = set()
        self.wordings: set[tuple[str, str]] = set()
        self.limits: set[str] = set()

    def add(self, glimpse: Glimpse) -> None:
        """Put one more glimpse to the meeting."""
        self.glimpses.append(glimpse)
        self.families |= glimpse.families
        self.kinds |= glimpse.kinds
        self.statuses |= glimpse.statuses
        self.days |= set(glimpse.days)
        if glimpse.statuses & MET:
            self.held |= set(glimpse.days)
        if glimpse.parties not in self.parties:
            self.parties.append(glimpse.parties)
        self.people |= glimpse.people
        for party, names in glimpse.people_of:
            self.people_of.setdefault(party, set()).update(names)
        self.places += [place for place in glimpse.places if place not in self.places]
        self.rounds |= glimpse.rounds
        self.words |= glimpse.words
        self.reports.add(glimpse.report)
        self.wordings |= {(glimpse.text, wording) for wording in glimpse.wordings}
        self.limits |= glimpse.limits

    @property
    def last_published(self) -> date | None:
        """The latest day on which a report told of it."""
        return max((glimpse.published for glimpse in self.glimpses if glimpse.published), default=None)
