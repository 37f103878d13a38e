"""Issues: how each stands and why, who stands where in whose voice, and one issue with its history."""

from collections.abc import Sequence

from pydantic import Field

from pourparler.case.issues.states import Standing, State
from pourparler.core.entry import Dispute, Position
from pourparler.faces.codebook.definitions import codebook
from pourparler.faces.export.shape import values_of
from pourparler.faces.system.answer import BASIS
from pourparler.faces.system.lives import life_values
from pourparler.faces.system.matrix import COLUMNS as MATRIX_COLUMNS
from pourparler.faces.system.matrix import matrix_rows
from pourparler.faces.system.standing import CLOSING, standing_values
from pourparler.faces.system.topics import topic_values
from pourparler.faces.system.values import requirement_values
from pourparler.faces.web.drawing import drawn
from pourparler.faces.web.entries.entry import EntryAsk
from pourparler.faces.web.entries.lines import tellings
from pourparler.faces.web.issues.finding import by_state, concerning, issue_of, standing_of, topic_of, topical_of
from pourparler.faces.web.issues.grid import grid_of, parties_of, stood_in
from pourparler.faces.web.issues.history import HISTORY_COLUMNS, hearings_in, history_rows, movement_of
from pourparler.faces.web.issues.papers import MOST as MOST_PAPERS
from pourparler.faces.web.issues.papers import papers_of
from pourparler.faces.web.issues.reasons import reason_of, reasons_of
from pourparler.faces.web.issues.topics import headings_of, in_topics
from pourparler.faces.web.issues.waits import waits_of
from pourparler.faces.web.listing import asked_values, case_values, page_values
from pourparler.faces.web.page import Answer, ListAsk, OneOf, Page, Table, Word, sliced
from pourparler.faces.web.times.moments import last_day
from pourparler.faces.web.visit import Visit

ROWS = 25
"""Issues on one page: each with its stances and the words of its state."""

FEW = 2
"""Entries that a sign names in the list; the page of the issue names more."""

MANY = 10
"""Entries of a sign, stances of a party, conditions and entries of each kind that the page of an issue shows unless all
are asked for; its JSON has every one."""

EVERY = 100_000
"""More than an issue has of anything."""

MOST_OFFERED = 200
"""Names of other issues that a form offers; any other can be typed."""


class IssuesAsk(ListAsk):
    """Which issues."""

    state: OneOf[State] = Field(None, description="A computed state, such as `blocked`.")
    party: Word = Field(None, description="Only issues that concern this party; its column comes first.")
    q: Word = Field(None, description="Words that one wording of the issue holds.")
    topic: Word = Field(None, description="Only issues of this topic, by its id.")


def issues(visit: Visit, ask: IssuesAsk) -> Answer:
    """The issues that are asked for, topic by topic, the main topics first, with who stands where."""
    asking = visit.asking
    of_topic = topic_of(asking, ask.topic)
    found = [one for one in concerning(visit, ask.party, ask.q) if of_topic is None or one.issue.id in of_topic.issues]
    totals = by_state(found)
    wanted = in_topics(asking, [one for one in found if ask.state is None or one.state is ask.state])
    cut = sliced(len(wanted), ask.page, ROWS)
    shown = wanted[cut.skip : cut.skip + ROWS]
    grid = grid_of(visit, shown, ask.party)
    topics = {asking.topics.of(one.issue.id).id for one in shown}
    return Answer(
        "Issues",
        page_values(visit, cut, [standing_values(asking, one) for one in shown])
        | {
            "basis": BASIS,
            "states": totals,
            "parties": list(asking.matrix.parties),
            "note": CLOSING,
            "topics": [topic_values(asking, one) for one in asking.topicals if one.topic.id in topics],
        },
        _matrix(visit, wanted),
        {
            "slice": cut,
            "grid": grid,
            "reasons": {one.issue.id: reason_of(asking, one.sign, FEW) for one in shown if one.sign},
            "headings": headings_of(visit, shown, wanted),
            "topic": of_topic,
            "totals": totals,
            "meanings": _meanings("issue.state"),
            "parties": list(asking.matrix.parties),
            "day": last_day(visit.snapshot),
        },
    )


def _matrix(visit: Visit, wanted: Sequence[Standing]) -> Table:
    columns = (*MATRIX_COLUMNS, *visit.asking.matrix.parties)
    rows = matrix_rows(visit.asking, wanted)
    return Table(columns, (tuple(row[column] for column in columns) for row in rows))


def _meanings(field: str) -> dict[str, str]:
    """What the codebook says of each value of a vocabulary."""
    return dict(next(one.values for one in codebook().vocabularies if one.field == field))


def issue(visit: Visit, ask: EntryAsk) -> Answer:
    """One issue: its state with every sign, its papers, its stances in time, what it waits for, all its wordings."""
    asking = visit.asking
    one = standing_of(asking, issue_of(asking, visit.key))
    most = EVERY if ask.all or visit.site.is_copy else MANY
    waits, papers = waits_of(asking, one.issue), papers_of(visit, one.issue)
    cells = asking.matrix.of(one.issue.id)
    visit.rank(place.report for cell in cells for held in cell.history for place in held.evidence)
    stances = {cell.party: stood_in(visit, cell, cell.history) for cell in cells}
    topical = topical_of(asking, one.issue)
    disputes = [thing for key in one.disputes if isinstance(thing := visit.snapshot.entry(key), Dispute)]
    values = {
        "case": case_values(visit),
        "asked": asked_values(visit),
        "basis": BASIS,
        "issue": standing_values(asking, one),
        "instruments": [life_values(paper.life) for paper in papers],
        "before": [requirement_values(each.requirement) for each in waits.before],
        "requiring": [requirement_values(each.requirement) for each in waits.requiring],
        "disputes": [values_of(each) for each in disputes],
        "topic": topic_values(asking, topical),
        "note": CLOSING,
    }
    shown = {
        "standing": one,
        "topical": topical,
        "reasons": reasons_of(asking, one, most),
        "meanings": _meanings("issue.state"),
        "voices": _meanings("issue.voice"),
        "day": last_day(visit.snapshot),
        "papers": papers[:MOST_PAPERS],
        "papers_left": len(papers[MOST_PAPERS:]),
        "parties": parties_of(asking, one),
        "stances": stances,
        "most": most,
        "hearings": hearings_in(stances),
        "waits": waits,
        "disputes": disputes,
        "others": [each.name for each in asking.issues.issues[:MOST_OFFERED] if each.id != one.issue.id],
        "drawing": drawn(lambda: movement_of(visit, one.issue.name, stances), "moved"),
    }
    table = Table(HISTORY_COLUMNS, history_rows(stances))
    leads = "" if visit.key == one.issue.id else visit.to(f"/issues/{one.issue.id}", **asked_values(visit))
    return Answer(one.issue.name, values, table, shown | _told(visit, one, most), leads)


def _told(visit: Visit, one: Standing, most: int) -> dict[str, object]:
    """The first entries of each kind that have a word on an issue, and which of its wordings are those of recorded
    positions."""
    kinds: dict[str, list[str]] = {"position": [], "condition": [], "instrument": []}
    recorded = set()
    for key in one.issue.entries:
        thing = visit.asking.lookup.things[key]
        kinds[type(thing).__name__.lower()].append(key)
        if isinstance(thing, Position):
            recorded.add(thing.issue)
    shown = {kind: ids[:most] for kind, ids in kinds.items()}
    lines = tellings(visit, [key for ids in shown.values() for key in ids])
    return {
        "entries": {kind: lines.of(ids) for kind, ids in shown.items() if ids},
        "entries_left": sum(map(len, kinds.values())) - sum(map(len, shown.values())),
        "recorded": recorded,
    }


PAGES = (
    Page("/issues", "issues.html", issues, IssuesAsk, "Issues"),
    Page("/issues/{key}", "issue.html", issue, EntryAsk),
)
