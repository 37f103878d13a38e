"""Who a meeting is between, and in which part: at the table, leading, mediating, hosting, invited, absent, left out."""

from dataclasses import dataclass

from pourparler.core.entry import Meeting
from pourparler.faces.rows.lookup import Lookup

TAKING_PART = ("party", "person", "lead", "mediator", "host")
"""Roles in the table `entry_actors` of those who are at a meeting; not of those invited, absent or left out."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part in a meeting: what it is called, and everybody in it, each with the party spoken for (else empty)."""

    name: str
    names: tuple[tuple[str, str], ...]


def company(lookup: Lookup, meeting: Meeting) -> tuple[Part, ...]:
    """The parts of a meeting that anybody is told to have. Who was invited is not told to have come; who was absent or
    left out was not there."""
    speaks_for = lookup.represents
    leads = {person: party for party, person in meeting.leads}
    hosts = dict.fromkeys(meeting.hosts)
    parts = (
        ("parties", [(name, "") for name in meeting.parties]),
        ("led by", list(leads.items())),
        ("people", [(name, speaks_for.get(name, "")) for name in meeting.people if name not in leads]),
        ("mediating", [(name, speaks_for.get(name, "")) for name in meeting.mediators if name not in hosts]),
        ("hosting", [(name, speaks_for.get(name, "")) for name in hosts]),
        ("invited", [(name, speaks_for.get(name, "")) for name in meeting.invited]),
        ("absent", [(name, speaks_for.get(name, "")) for name in meeting.absent]),
        ("left out", [(name, speaks_for.get(name, "")) for name in meeting.excluded]),
    )
    return tuple(Part(name, tuple(names)) for name, names in parts if names)
