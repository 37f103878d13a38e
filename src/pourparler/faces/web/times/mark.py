"""Where somebody last stopped looking: an edition of the record, or a day of publication.

A browser keeps the edition in a cookie, which tells the record too: another record at the same address is not taken
for the one that was looked at. Nothing of it is written to the record.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pourparler.core.errors import InputError
from pourparler.faces.snapshot.imprint import lines_at
from pourparler.faces.web.times.moments import last_day
from pourparler.faces.web.visit import Visit

WEEK = timedelta(7)
"""What is shown at a first look: the last week of the record."""

_KEPT = re.compile(r"(\d{1,12})\.([0-9a-f]{1,64})")


class Origin(StrEnum):
    """Who said since when."""

    ASKED = "asked"
    KEPT = "kept"
    FIRST_LOOK = "first look"


@dataclass(frozen=True, slots=True)
class Mark:
    """Since when something counts as new: after an edition of the record, or after a day of publication.

    With neither there is nothing to count from, as in a record without a dated report.
    """

    origin: Origin
    edition: int | None = None
    day: date | None = None

    @property
    def text(self) -> str:
        """The mark as the address of a page has it."""
        return str(self.edition) if self.edition is not None else self.day.isoformat() if self.day else ""


def mark_of(visit: Visit, since: str | None) -> Mark:
    """Since when a visit asks: as its address says, else as the browser kept it, else the last week of the record.

    Raises InputError for words that are neither an edition nor a day, and for an edition that the record never had.
    """
    if since:
        return _asked(since.strip(), visit.site.shelf.edition())
    kept = _kept(visit)
    if kept is not None:
        return Mark(Origin.KEPT, edition=kept)
    day = last_day(visit.snapshot)
    return Mark(Origin.FIRST_LOOK, day=max(day, date.min + WEEK) - WEEK if day else None)


def cookie_name(visit: Visit) -> str:
    """The name of the cookie of a record: records that are served at one address one after the other differ in it."""
    place = str(visit.site.record.absolute())
    return f"seen-{hashlib.sha256(place.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def cookie_value(edition: int, lines: str) -> str:
    """What a browser keeps: the edition that was looked at, and the digest of the journal's lines up to it."""
    return f"{edition}.{lines}"


def is_cookie(name: str, value: str) -> bool:
    """True for a name and a value that `cookie_name` and `cookie_value` could have made."""
    return bool(re.fullmatch(r"seen-[0-9a-f]{12}", name) and _KEPT.fullmatch(value))


def _asked(since: str, last: int) -> Mark:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", since):
        try:
            return Mark(Origin.ASKED, day=date.fromisoformat(since))
        except ValueError as error:
            raise InputError(f"There is no day {since}.", "Write a day as 2025-02-18.") from error
    if not re.fullmatch(r"\d{1,12}", since):
        raise InputError(f"since={since[:40]!r} is neither a day nor an edition.", "Write a day as 2025-02-18.")
    if int(since) > last:
        raise InputError(f"This record has no edition {since}.", f"Its editions go from 0 to {last}.")
    return Mark(Origin.ASKED, edition=int(since))


def _kept(visit: Visit) -> int | None:
    """The edition that this browser kept of this very record; None for any other."""
    kept = _KEPT.fullmatch(_cookie(visit.cookies, cookie_name(visit)))
    if kept is None:
        return None
    edition = int(kept[1])
    same = edition <= visit.site.shelf.edition() and lines_at(visit.site.record, edition) == kept[2]
    return edition if same else None


def _cookie(cookies: Mapping[str, str], name: str) -> str:
    return cookies.get(name, "")
