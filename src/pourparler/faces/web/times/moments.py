"""Days of the record that pages start from: its last day, never the wall clock's."""

from datetime import date

from pourparler.faces.snapshot.snapshot import Snapshot


def last_day(snapshot: Snapshot) -> date | None:
    """The day that "next" and "overdue" are counted from: the day the record is seen on, else its newest report's.

    None for a record of which no report bears a day.
    """
    if snapshot.head.as_of:
        return snapshot.head.as_of
    row = snapshot.one("SELECT max(published) AS day FROM reports")
    return date.fromisoformat(row["day"]) if row is not None and row["day"] else None
