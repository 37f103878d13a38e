"""The boards that stand in a record now: what was decided since the snapshot was made counts."""

from pourparler.case.options.supposed import Boards, Kept, boards_of
from pourparler.core.errors import InputError, UnknownEntryError
from pourparler.core.judgement import OF_BOARDS, Judgement
from pourparler.faces.snapshot.encoding import decode
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.web.visit import Visit
from pourparler.record.opening import open_store
from pourparler.record.store import Store


def boards_now(visit: Visit) -> Boards:
    """The boards that stand, their hypotheses resting on entries of the snapshot of a visit."""
    with open_store(visit.site.record, read_only=True) as store:
        return boards_beside(store, visit.snapshot)


def boards_beside(store: Store, snapshot: Snapshot) -> Boards:
    """The boards of an open record, beside a snapshot of it."""
    stored = {one.id: one for one in store.judgements() if one.verdict in OF_BOARDS}
    marks = ", ".join("?" * len(OF_BOARDS))
    rows = snapshot.rows(f"SELECT id, body FROM judgements WHERE verdict IN ({marks})", *sorted(OF_BOARDS))
    carried = {row["id"]: decode(Judgement, row["body"]) for row in rows if row["id"] in stored}
    told = sorted((stored | carried).values(), key=lambda one: (one.at, one.id))

    def entry_of(account: str) -> str | None:
        row = snapshot.one("SELECT thing FROM former WHERE id = ?", account)
        return row["thing"] if row is not None else None

    return boards_of(told, entry_of)


def board_called(visit: Visit) -> Kept:
    """The board that the address of a visit names; raises UnknownEntryError where there is none."""
    try:
        return boards_now(visit).called(visit.key)
    except InputError as error:
        raise UnknownEntryError(error.what, "The list of boards shows those there are.") from error
