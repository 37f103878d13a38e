"""The negotiation as a system, laid out from a snapshot: what the pages of issues, conditions and networks ask."""

from typing import Any

from pourparler.core.actor import Actor
from pourparler.core.entry import CaseRecord, Dispute, ReportView
from pourparler.core.judgement import Judgement
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.snapshot.encoding import decode
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.system.asking import Asking
from pourparler.faces.web.part import KINDS, lean


def asking_of(snapshot: Snapshot) -> Asking:
    """A snapshot's record without its statements and texts, laid out for asking."""
    kinds: dict[str, tuple[Any, ...]] = {
        kind: snapshot.entries(row["id"] for row in snapshot.rows("SELECT id FROM entries WHERE kind = ? ORDER BY seq",
                                                                  kind))
        for kind in KINDS
        if kind != "statement"
    }  # fmt: skip
    head = snapshot.head
    record = CaseRecord(
        name=head.name,
        as_of=head.as_of,
        made_by=head.made_by,
        version=head.version,
        reports=tuple(
            ReportView(lean(row), row["copies_of"]) for row in snapshot.rows("SELECT * FROM reports ORDER BY seq")
        ),
        actors=tuple(decode(Actor, row["body"]) for row in snapshot.rows("SELECT body FROM actors ORDER BY seq")),
        meetings=kinds["meeting"],
        statements=(),
        positions=kinds["position"],
        conditions=kinds["condition"],
        instruments=kinds["instrument"],
        disputes=tuple(decode(Dispute, row["body"]) for row in snapshot.rows("SELECT body FROM disputes ORDER BY seq")),
        judgements=tuple(
            decode(Judgement, row["body"])
            for row in snapshot.rows("SELECT body FROM judgements WHERE NOT lost ORDER BY seq")
        ),
    )
    return Asking(Lookup(record))
