"""Positions as statements of a discourse network, in the columns of the Discourse Network Analyzer's event list.

A row is one passage in which a party takes a stance on an issue: a person or an organisation agrees with a concept, or
does not. The columns are those of its data frame of statements (`dna_network(networkType = "eventlist")`), and the
words besides.
"""

from collections.abc import Iterator

from pourparler.core.account import Account
from pourparler.core.entry import Position
from pourparler.core.vocabulary import Stance
from pourparler.faces.export.history import Values
from pourparler.faces.export.leftout import counted, other_kinds
from pourparler.faces.export.parcel import Parcel, alone
from pourparler.faces.export.shape import rows_of
from pourparler.faces.export.tables import csv_text, encoded
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.voices import outlet

COLUMNS = (
    "id", "time", "docId", "docTitle", "docAuthor", "docSource", "docSection", "docType", "person", "organization",
    "concept", "agreement", "text",
)  # fmt: skip

Order = tuple[str, str, int, str]

AGREEMENT: dict[Stance, int] = {
    Stance.DEMANDS: 1,
    Stance.OFFERS: 1,
    Stance.PROPOSES: 1,
    Stance.ACCEPTS: 1,
    Stance.SUPPORTS: 1,
    Stance.REJECTS: 0,
}
"""What a stance on an issue is as agreement with it; a conditional one is neither, and has no row."""


def case_discourse(lookup: Lookup) -> Parcel:
    """The statements, by time, then by report and in the order of its text."""
    rows = [row for _, row in sorted(_rows(lookup), key=lambda found: found[0])]
    return alone(encoded(csv_text(COLUMNS, rows)), "statements.csv", tuple(_left_out(lookup)))


def _positions(lookup: Lookup) -> tuple[Position, ...]:
    return tuple(row for row in rows_of(lookup, "positions") if isinstance(row, Position))


def _rows(lookup: Lookup) -> Iterator[tuple[Order, Values]]:
    for position in _positions(lookup):
        if position.stance in AGREEMENT and (position.party or position.voiced_by):
            for account in position.accounts:
                if row := _row(lookup, position, account):
                    place = account.evidence[0]
                    yield (row["time"], place.report, place.start, account.id), row


def _row(lookup: Lookup, position: Position, account: Account) -> Values | None:
    """A row for one account; None where its report bears no day, which a statement cannot be without."""
    report = lookup.report_of(account)
    if report.published is None:
        return None
    return {
        "id": account.id,
        "time": report.published.isoformat(),
        "docId": report.id,
        "docTitle": report.title or report.name,
        "docSource": outlet(report),
        "person": account.voice.speaker or position.voiced_by,
        "organization": position.party,
        "concept": position.issue,
        "agreement": AGREEMENT[position.stance],
        "text": " […] ".join(place.text for place in account.evidence),
    }


def _left_out(lookup: Lookup) -> Iterator[str]:
    positions = _positions(lookup)
    neither = [one for one in positions if one.stance not in AGREEMENT]
    nobody = [one for one in positions if one.stance in AGREEMENT and not (one.party or one.voiced_by)]
    yield from counted(len(neither), "position", "that set a condition, which is neither agreement nor disagreement")
    yield from counted(len(nobody), "position", "of nobody named")
    without = {one.id for one in (*neither, *nobody)}
    told = [one for position in positions if position.id not in without for one in position.accounts]
    undated = sum(lookup.report_of(account).published is None for account in told)
    yield from counted(undated, "passage", "of reports without a day of publication")
    yield "which positions are demands, offers or acceptances (all count as agreement) and whether words are hedged"
    yield from other_kinds(lookup, "positions")
