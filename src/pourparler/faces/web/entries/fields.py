"""The fields of an entry with their readings: which report gives which value, in whose voice, in which words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pourparler.core.account import Account
from pourparler.core.entry import Entry, Instrument
from pourparler.core.evidence import Evidence
from pourparler.core.moment import When
from pourparler.core.reading import (
    Attribution,
    ConditionFrame,
    InstrumentFrame,
    MeetingFrame,
    PositionFrame,
)
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import day_words, is_dated, short_day, when_words
from pourparler.faces.wording.quoting import visible
from pourparler.faces.wording.voices import teller

MOST_TOLD = 6
"""Tellers of one reading that a page names before it counts the rest; all of them stand among the accounts below."""

NAMES: Mapping[type, tuple[tuple[str, str], ...]] = {
    MeetingFrame: (
        ("status", "state"), ("when", "when"), ("place", "where"), ("kind", "kind"), ("round", "round"),
        ("level", "level"), ("channel", "by way of"), ("parties", "parties"), ("people", "people"), ("leads", "led by"),
        ("mediators", "mediating"), ("hosts", "hosting"), ("invited", "invited"), ("absent", "absent"),
        ("excluded", "left out"), ("deadline", "by"),
    ),
    Attribution: (
        ("speaker", "speaker"), ("party", "for"), ("act", "act"), ("mode", "rendering"), ("said_on", "said on"),
        ("to", "told to"), ("via", "through"),
    ),
    PositionFrame: (("stance", "stance"), ("issue", "issue"), ("party", "party"), ("voiced_by", "voiced by"),
                    ("since", "since")),
    ConditionFrame: (("requires", "what must come first"), ("blocks", "before"), ("operator", "tied by"),
                     ("party", "for"), ("voiced_by", "voiced by"), ("deadline", "by")),
    InstrumentFrame: (("status", "state"), ("on", "on"), ("kind", "kind"), ("title", "called"), ("parties", "parties"),
                      ("subject", "subject"), ("deadline", "by")),
}  # fmt: skip
"""The fields of an account, by what gives them, in the order of a page, and what each is called."""
JOINED = frozenset({"place", "via"})
"""Fields of which all names together are one value: a hall and its town, a chain of media."""


@dataclass(frozen=True, slots=True)
class Told:
    """One account of a reading: who tells it, the day its report was published in short, and the words."""

    account: Account
    who: str
    published: str
    place: Evidence


@dataclass(frozen=True, slots=True)
class FieldReading:
    """One value of a field and everybody who gives it, near copies last; `stands` where it is the record's value."""

    value: str
    stands: bool
    told: tuple[Told, ...]

    @property
    def shown(self) -> tuple[Told, ...]:
        """Those that a page names."""
        return self.told[:MOST_TOLD]


@dataclass(frozen=True, slots=True)
class FieldTold:
    """A field, its readings (most told first), and the name of the person who set it right, if anybody did."""

    name: str
    readings: tuple[FieldReading, ...]
    set_by: str | None = None


def fields_told(lookup: Lookup, entry: Entry) -> tuple[FieldTold, ...]:
    """Every field that an account gives a value, with its readings."""
    found = []
    corrected = {one.field: one.by for one in entry.corrected}
    for field, name in NAMES[type(entry.accounts[0].fields)] if entry.accounts else ():
        readings = tuple(_readings(lookup, entry, field))
        if readings:
            found.append(FieldTold(name, readings, corrected.get(field)))
    return tuple(found)


def _readings(lookup: Lookup, entry: Entry, field: str) -> Iterator[FieldReading]:
    by_value: dict[str, list[Account]] = {}
    for account in entry.accounts:
        for value in _values(field, getattr(account.fields, field)):
            by_value.setdefault(value, []).append(account)
    standing = _standing(entry, field)
    for value, accounts in sorted(by_value.items(), key=lambda pair: -len(pair[1])):
        yield FieldReading(value, value in standing, tuple(_told(lookup, accounts, field)))


def _standing(entry: Entry, field: str) -> frozenset[str]:
    """The values in words that the record goes by; of an instrument every state that it is told to have been in."""
    value = getattr(entry, field, None)
    if isinstance(entry, Instrument) and field == "status":
        return frozenset(line.status.value for line in entry.status if line.followed)
    if isinstance(entry, Instrument) and field == "on":
        return frozenset(day_words(line.on) for line in entry.status if line.followed and line.on)
    return frozenset(_values(field, value))


def _told(lookup: Lookup, accounts: Iterable[Account], field: str) -> Iterator[Told]:
    def order(account: Account) -> tuple[bool, bool, str, str, int]:
        view = lookup.views[account.evidence[0].report]
        day = view.report.published
        return view.copies_of is not None, day is None, str(day), view.report.name, account.evidence[0].start

    for account in sorted(accounts, key=order):
        report = lookup.report_of(account)
        day = short_day(report.published) if report.published else "no day"
        yield Told(account, teller(account.voice, report), day, _place(account, field))


def _place(account: Account, field: str) -> Evidence:
    """The words behind a field where the account keeps them apart, else the passage."""
    return next((one.evidence for one in account.support if one.field == field), account.evidence[0])


def _values(field: str, value: Any) -> Iterator[str]:
    """A value of an account in words, of names each one by itself; nothing for an unknown one."""
    match value:
        case None | () | "":
            return
        case When():
            if is_dated(value):
                yield when_words(value)
        case tuple() if field in JOINED:
            yield ", ".join(map(visible, value))
        case tuple():
            for one in value:
                yield f"{visible(one[1])} for {visible(one[0])}" if isinstance(one, tuple) else visible(one)
        case date():
            yield day_words(value)
        case _:
            yield visible(str(value))
