"""What people decided, as the record has it now: a snapshot knows only of what was decided before it was made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pourparler.core.entry import ReportView
from pourparler.core.judgement import Judgement
from pourparler.faces.snapshot.encoding import decode
from pourparler.faces.snapshot.looking import lean
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.web.part import Part, among, part
from pourparler.faces.web.server.site import Site
from pourparler.record.acts import Act
from pourparler.record.store import Store


@dataclass(frozen=True)
class Decisions:
    """The judgements of a record beside those that a snapshot was made with. `stored` are all that stand now, the
    oldest first, as they were made."""

    snapshot: Snapshot
    stored: tuple[Judgement, ...]

    @cached_property
    def known(self) -> frozenset[str]:
        """The ids of those that the snapshot was made with."""
        return frozenset(row["id"] for row in self.snapshot.rows("SELECT id FROM judgements"))

    @property
    def newer(self) -> tuple[Judgement, ...]:
        """Those made since."""
        return tuple(one for one in self.stored if one.id not in self.known)

    @property
    def has_lost_some(self) -> bool:
        """True where one that the snapshot was made with was taken back since."""
        return len(self.known - {one.id for one in self.stored}) > 0

    @cached_property
    def standing(self) -> tuple[Judgement, ...]:
        """All that stand, in the order of their application, on the accounts of the snapshot's readings."""
        stored = {one.id for one in self.stored}
        rows = self.snapshot.rows("SELECT id, body FROM judgements WHERE NOT lost ORDER BY seq")
        carried = tuple(decode(Judgement, row["body"]) for row in rows if row["id"] in stored)
        return carried + self.newer


def decisions(site: Site, snapshot: Snapshot) -> Decisions:
    """What stands in the record now, beside a snapshot of it."""
    from pourparler.record.opening import open_store

    with open_store(site.record, read_only=True) as store:
        return decided_in(store, snapshot)


def decided_in(store: Store, snapshot: Snapshot) -> Decisions:
    """What stands in an open record, beside a snapshot of it."""
    return Decisions(snapshot, store.judgements())


def act_called(site: Site, name: str) -> Act:
    """The judgements of an act, also of one that was taken back; empty for a name that no act has."""
    from pourparler.record.opening import open_store

    with open_store(site.record, read_only=True) as store:
        return tuple(one for one in store.judgements(withdrawn=True) if one.act == name)


def judged_part(snapshot: Snapshot, judgements: Iterable[Judgement]) -> Part:
    """The part of a record that judgements are about: what the words for them need."""
    told = tuple(judgements)
    accounts = list(dict.fromkeys(account for one in told for account in one.accounts))
    found = among(snapshot, "SELECT thing FROM former", "id", accounts)
    entries = [row["thing"] for row in found]
    kept = among(snapshot, "SELECT id FROM entries", "id", list(dict.fromkeys(entries)))
    made = part(snapshot, snapshot.entries(row["id"] for row in kept))
    return with_reports(made, [at.report for one in told for at in one.anchors])


def with_reports(made: Part, reports: Sequence[str]) -> Part:
    """A part with more reports in it, by their ids; those that the snapshot does not have are left out."""
    wanted = [one for one in dict.fromkeys(reports) if one not in made.reports_by_id]
    rows = among(made.snapshot, "SELECT * FROM reports", "id", wanted)
    more = tuple(ReportView(lean(row), row["copies_of"]) for row in rows)
    return Part(replace(made.record, reports=(*made.record.reports, *more)), made.snapshot)
