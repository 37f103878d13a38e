"""A record made by hand: two states, conditions of each on one truce, an accord, and stances that agree and do not."""

from pathlib import Path

from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.system.asking import Asking
from pourparler.record.opening import open_store
from pourparler.record.view import compute
from tests.case.conditions.test_graph import BOTH, cause, crew, told
from tests.record.drafts import NORLAND, SUDLAND, Draft, hold

FORBIDDEN = ("probab", "likely", "winner", "ripe", "red line", "should", "recommends", "chance")
"""What no answer says in its own words."""


def stances() -> Draft:
    """Both speak of a dam, one for it and one against; both want a survey."""
    words = "Norland demands a dam and a survey of the lake. Sudland rejects a dam and supports a survey of the lake."
    made = told("5.txt", words, "2025-03-04")
    made.outlet = "Lake Daily"
    made.stands("Norland demands a dam", "demands", "a dam", NORLAND)
    made.stands("Norland demands a dam and a survey of the lake", "demands", "a survey of the lake", NORLAND)
    made.stands("Sudland rejects a dam", "rejects", "a dam", SUDLAND)
    return made.stands("supports a survey of the lake", "supports", "a survey of the lake", SUDLAND)


def accord() -> Draft:
    """An accord that is in force at once, and a meeting that was held."""
    words = "Norland and Sudland met in Geneva. The fishing accord was proposed. The fishing accord is in force."
    made = told("6.txt", words, "2025-03-06")
    made.meets(
        "Norland and Sudland met in Geneva",
        "meeting",
        "held",
        "2025-03-05",
        place=("Geneva",),
        parties=BOTH,
        title="talks in Geneva",
    )
    made.papers("The fishing accord was proposed", "agreement", "proposed", BOTH, title="the fishing accord",
                subject="fishing", on="2025-03-01")  # fmt: skip
    return made.papers("The fishing accord is in force", "agreement", "in force", BOTH, title="the fishing accord",
                       subject="fishing", on="2025-03-05")  # fmt: skip


def everything() -> tuple[Draft, ...]:
    """All reports of the record."""
    return crew(), cause(), stances(), accord()


def lake(*drafts: Draft) -> Asking:
    """The record of some reports, of all without any, laid out for asking."""
    return Asking(Lookup(compute(hold(*(drafts or everything())))))


def lake_file(folder: Path) -> Path:
    """The same as a record file."""
    path = folder / "lake.db"
    with open_store(path, create=True) as store:
        for each in everything():
            each.put(store)
    return path


def circle() -> tuple[Draft, Draft]:
    """Each wants the other's step first."""
    one = told("8.txt", "Norland says: no truce unless there is a pullback.")
    one.requires("no truce unless there is a pullback", "a truce", "a pullback", NORLAND)
    two = told("9.txt", "Sudland says: no pullback unless there is a truce.", "2025-03-02")
    return one, two.requires("no pullback unless there is a truce", "a pullback", "a truce", SUDLAND)
