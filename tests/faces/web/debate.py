"""A record of a debate made by hand: four states and a person of each on three works, in five months; some met."""

from pathlib import Path

from pourparler.record.opening import open_store
from tests.record.drafts import Draft, draft

STATES = ("Eastmark", "Norland", "Sudland", "Westmark")
PEOPLE = {"Eastmark": "Eva Falk", "Norland": "Ann Lee", "Sudland": "Bo Ek", "Westmark": "Cy Orr"}
VERBS = {"demands": "demands", "supports": "supports", "rejects": "rejects", "conditional": "would accept"}

Saying = tuple[str, str, str]

REPORTS: tuple[tuple[str, str | None, tuple[Saying, ...]], ...] = (
    ("1.txt", "2025-01-10", (("Norland", "demands", "a dam"), ("Sudland", "rejects", "a dam"))),
    ("2.txt", "2025-01-20", (("Norland", "demands", "a dam"), ("Westmark", "supports", "a dam"))),
    ("3.txt", "2025-02-03", (("Sudland", "rejects", "a dam"), ("Westmark", "supports", "a ferry"))),
    ("4.txt", "2025-03-14", (("Norland", "rejects", "a ferry"), ("Eastmark", "conditional", "a ferry"))),
    ("5.txt", "2025-05-01", (("Sudland", "supports", "a dam"), ("Norland", "demands", "a dam"),
                             ("Eastmark", "demands", "a tunnel"))),
    ("6.txt", None, (("Westmark", "rejects", "a tunnel"), ("Eastmark", "demands", "a tunnel"))),
)  # fmt: skip
"""Every report's name, day, and who says what. By party and issue: Norland on the dam 3 for, Sudland 2 against and 1
for, Westmark 1 for; on the ferry Westmark 1 for, Norland 1 against; on the tunnel Eastmark 2 for, Westmark 1 against.
"""

CONGRUENCE = {("Norland", "Sudland"): 3, ("Norland", "Westmark"): 3, ("Sudland", "Westmark"): 1}
CONFLICT = {
    ("Norland", "Sudland"): 6,
    ("Norland", "Westmark"): 1,
    ("Sudland", "Westmark"): 2,
    ("Eastmark", "Westmark"): 2,
}
"""Pairs of statements of the same and of the opposite, worked out by hand."""


def told(name: str, published: str | None, sayings: tuple[Saying, ...]) -> Draft:
    """One report: a sentence for each saying, by the person who speaks for the state."""
    words = [f"{PEOPLE[party]} said {party} {VERBS[stance]} {issue}." for party, stance, issue in sayings]
    made = draft(name, published, " ".join(words), f"Paper {name[0]}")
    for party, stance, issue in sayings:
        made.names(party, kind="state").names(PEOPLE[party], party=party, office="minister")
        quoted = f"{party} {VERBS[stance]} {issue}"
        made.says(quoted, PEOPLE[party], "demand")
        made.stands(quoted, stance, issue, party, voiced_by=PEOPLE[party])
    return made


def talks() -> Draft:
    """Two meetings that were held, one of them with a mediator, and one that is planned."""
    words = (
        "Norland and Sudland met in Geneva on 4 February. Norland, Sudland and Westmark met in Oslo on 2 April, with "
        "Eastmark in the chair. Sudland and Westmark are to meet in June."
    )
    made = draft("7.txt", "2025-04-05", words, "Paper 7")
    for state in STATES:
        made.names(state, kind="state")
    made.meets("Norland and Sudland met in Geneva", "talks", "held", "2025-02-04", place=("Geneva",),
               parties=("Norland", "Sudland"))  # fmt: skip
    made.meets("met in Oslo", "talks", "held", "2025-04-02", place=("Oslo",),
               parties=("Norland", "Sudland", "Westmark"), mediators=("Eastmark",))  # fmt: skip
    return made.meets("are to meet in June", "talks", "planned", "2025-06-10", parties=("Sudland", "Westmark"))


def debate(place: Path) -> Path:
    """The record, in a file of a folder."""
    record = place / "debate.db"
    with open_store(record, create=True) as store:
        for each in (*(told(*one) for one in REPORTS), talks()):
            each.put(store)
    return record
