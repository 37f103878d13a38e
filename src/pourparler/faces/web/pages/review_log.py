"""What people decided about the record: who, when, what and why, the latest first, also what was taken back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from pourparler.case.issues.issue import Issue
from pourparler.core.entry import Entry
from pourparler.core.judgement import OF_ISSUES, Verdict
from pourparler.faces.judging.acts import act_values
from pourparler.faces.rows.judged import act_words, moment_words
from pourparler.faces.rows.labels import label
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.web.acts.decisions import judged_part
from pourparler.faces.web.listing import page_values
from pourparler.faces.web.page import Answer, ListAsk, Page, Table, Word, given, sliced
from pourparler.faces.web.part import Part
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.quoting import upper_first
from pourparler.record.acts import Act, acts_of
from pourparler.record.opening import open_store

MOST_NAMED = 6
"""Entries of one act that are linked."""


class Which(StrEnum):
    """Which acts are listed."""

    STANDING = "standing"
    WITHDRAWN = "taken back"


class LogAsk(ListAsk):
    """Which acts of judging."""

    who: Word = Field(None, description="Only what this person decided.")
    which: Annotated[Which | None, BeforeValidator(given)] = Field(None, description="Only what is so now.")


@dataclass(frozen=True, slots=True)
class Line:
    """One act in words; `of` are the entries, issues and boards that it is about now, as label and address."""

    act: str
    at: str
    when: datetime
    by: str
    words: str
    because: tuple[str, ...]
    withdrawn: str
    stands: bool
    of: tuple[tuple[str, str], ...]


def log(visit: Visit, ask: LogAsk) -> Answer:
    """The acts of judging, the latest first."""
    with open_store(visit.site.record, read_only=True) as store:
        every = acts_of(store, withdrawn=True)
    people = list(dict.fromkeys(one.by for act in every for one in act))
    acts = [act for act in every if _is_wanted(act, ask)]
    cut = sliced(len(acts), ask.page)
    shown = acts[cut.skip : cut.skip + cut.rows]
    part = judged_part(visit.snapshot, (one for act in shown for one in act))
    values = page_values(visit, cut, [act_values(part, act) for act in shown])
    lines = [_line(visit, part, act) for act in shown]
    columns = ("act", "at", "by", "what", "because", "withdrawn")
    return Answer("What people decided", values, Table(columns, _rows(visit, acts)),
                  {"lines": lines, "cut": cut, "people": people, "which": list(Which)})  # fmt: skip


def _is_wanted(act: Act, ask: LogAsk) -> bool:
    stands = any(one.withdrawn is None for one in act)
    return (ask.which is None or stands is (ask.which is Which.STANDING)) and (
        ask.who is None or any(one.by == ask.who for one in act)
    )


def _line(visit: Visit, part: Part, act: Act) -> Line:
    first = act[0]
    when = max(one.at for one in act)
    found = (part.former.get(account) for one in act for account in one.accounts)
    entries = {thing.id: thing for thing in found if isinstance(thing, Entry)}
    return Line(
        first.act,
        moment_words(when),
        when,
        ", ".join(dict.fromkeys(one.by for one in act)),
        upper_first(act_words(part, act)),
        tuple(dict.fromkeys(one.because for one in act if one.because))[:3],
        moment_words(first.withdrawn) if first.withdrawn else "",
        any(one.withdrawn is None for one in act),
        tuple((label(part, one), visit.of(one)) for one in list(entries.values())[:MOST_NAMED])
        + tuple((issue.name, visit.to(f"/issues/{issue.id}")) for issue in _issues(visit, act)[:MOST_NAMED])
        + tuple((f"board {name}", visit.to(f"/boards/{name}")) for name in _boards(act)),
    )


def _issues(visit: Visit, act: Act) -> list[Issue]:
    """The issues that now have the phrases an act is about."""
    names = [name for one in act if one.verdict in OF_ISSUES for name in one.names]
    found = (visit.asking.issues.of(name) for name in names)
    return list({issue.id: issue for issue in found if issue is not None}.values())


def _boards(act: Act) -> list[str]:
    """The boards that an act which stands laid out."""
    return [one.names[0] for one in act if one.verdict is Verdict.MODELLED and one.withdrawn is None]


def _rows(visit: Visit, acts: Sequence[Act]) -> Iterator[tuple[object, ...]]:
    for start in range(0, len(acts), 50):
        some = acts[start : start + 50]
        lookup: Lookup = judged_part(visit.snapshot, (one for act in some for one in act))
        for act in some:
            first = act[0]
            reasons = "; ".join(dict.fromkeys(one.because for one in act if one.because))
            taken = first.withdrawn.isoformat() if first.withdrawn else None
            at = max(one.at for one in act).isoformat()
            people = ", ".join(dict.fromkeys(one.by for one in act))
            yield first.act, at, people, act_words(lookup, act), reasons, taken


PAGES = (Page("/review/log", "review_log.html", log, LogAsk),)
