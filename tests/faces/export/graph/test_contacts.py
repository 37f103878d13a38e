"""Who met whom: who counts as having met, and what is told of it."""

from datetime import date

from pourparler.core.entry import CaseRecord
from pourparler.faces.export.graph.contacts import Network, contacts
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.view import compute
from tests.record.drafts import Draft, draft, hold

BOTH = ("Norland", "Sudland")
TEXT = "Norland and Sudland met, Ann Lee and Bo Kim there, with Westmark and the abbot."


def told(status: str, when: str, published: str = "2025-03-20", **more: object) -> Draft:
    """A report of a meeting, with its actors."""
    made = draft(f"{status} {when}.txt", published, f"{TEXT} {status} {when}")
    made.meets(TEXT, "talks", status, when, **more)
    made.names("Norland", kind="state").names("Sudland", kind="state").names("Westmark", kind="state")
    made.names("Ann Lee", party="Norland").names("Bo Kim", party="Sudland").names("the abbot", "Abbot Jo")
    return made


def network(*drafts: Draft) -> tuple[CaseRecord, Network]:
    """The network of a record of these reports."""
    record = compute(hold(*drafts))
    return record, contacts(Lookup(record), record.meetings)


def pairs(found: Network) -> dict[tuple[str, str], tuple[int, int]]:
    """How often each two met and are to meet, by their names."""
    names = {node.id: node.name for node in found.nodes}
    return {(min(a, b), max(a, b)): (edge.held, edge.planned)
            for edge in found.edges for a, b in [(names[edge.one], names[edge.other])]}  # fmt: skip


def test_parties_meet_parties_and_persons_persons_of_other_parties() -> None:
    _, found = network(told("held", "2025-03-10", parties=BOTH, people=("Ann Lee", "Bo Kim")))
    assert pairs(found) == {("Norland", "Sudland"): (1, 0), ("Ann Lee", "Bo Kim"): (1, 0)}
    assert {(node.name, node.kind, node.party) for node in found.nodes} == {
        ("Norland", "state", None), ("Sudland", "state", None),
        ("Ann Lee", "person", "Norland"), ("Bo Kim", "person", "Sudland"),
    }  # fmt: skip


def test_a_person_of_no_known_party_meets_the_parties_too() -> None:
    _, found = network(told("held", "2025-03-10", parties=("Norland",), people=("Abbot Jo",)))
    assert pairs(found) == {("Abbot Jo", "Norland"): (1, 0)}


def test_mediators_meet_and_hosts_the_absent_and_those_left_out_do_not() -> None:
    _, found = network(
        told("held", "2025-03-10", parties=BOTH, mediators=("Westmark",)),
        told("held", "2025-03-12", parties=BOTH, hosts=("Westmark",)),
        told("held", "2025-03-14", parties=("Norland", "Westmark"), absent=("Westmark",)),
    )
    assert pairs(found)["Norland", "Sudland"] == (2, 0)
    assert pairs(found)["Norland", "Westmark"] == pairs(found)["Sudland", "Westmark"] == (1, 0)
    assert {edge.mediated for edge in found.edges if edge.held == 1} == {1}
    assert found.alone == 1


def test_planned_is_told_apart_from_held_and_what_is_off_is_no_contact() -> None:
    record, found = network(
        told("held", "2025-03-10", parties=BOTH),
        told("held", "2025-03-14", parties=BOTH),
        told("planned", "2025-04-01", parties=BOTH),
        told("planned", "2025-04-03", parties=("Norland", "Westmark")),
        told("cancelled", "2025-05-01", parties=("Sudland", "Westmark")),
    )
    assert pairs(found) == {("Norland", "Sudland"): (2, 1), ("Norland", "Westmark"): (0, 1)}
    edge = next(edge for edge in found.edges if edge.held)
    assert (edge.first, edge.last) == (date(2025, 3, 10), date(2025, 3, 14))
    assert (edge.accounts, edge.reports, edge.sources) == (2, 2, 1)  # one text of eight words and more in both
    assert len(edge.meetings) == 3 and set(edge.meetings) < {one.id for one in record.meetings}
