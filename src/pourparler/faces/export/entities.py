"""The record as entities of FollowTheMoney, one a line: actors, whom they speak for, meetings, reports and proof."""

from collections.abc import Iterable, Iterator
from uuid import NAMESPACE_URL, uuid5

from pourparler.core.actor import Actor
from pourparler.core.entry import Meeting, ReportView
from pourparler.core.vocabulary import ActorKind, MeetingStatus
from pourparler.faces.export.history import Values
from pourparler.faces.export.identity import actor_called, actor_key, lasting_id
from pourparler.faces.export.json import encode_line
from pourparler.faces.export.leftout import counted, other_kinds
from pourparler.faces.export.markup import xml_text
from pourparler.faces.export.narrowing import named_in
from pourparler.faces.export.parcel import Parcel, alone
from pourparler.faces.export.shape import rows_of
from pourparler.faces.rows.labels import label
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.rows.times import time_of
from pourparler.faces.wording.quoting import clip
from pourparler.faces.wording.voices import outlet

SCHEMATA: dict[ActorKind, str] = {
    ActorKind.PERSON: "Person",
    ActorKind.STATE: "PublicBody",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.BLOC: "Organization",
    ActorKind.GROUP: "LegalEntity",
}
"""The schema of an actor; a group of people and a name that is no actor's are legal entities of no closer sort."""


CUT = "[…]"
LONGEST = {"name": 384, "alias": 384, "location": 250, "summary": 65_000, "sourceUrl": 4_096}
LONGEST_STRING = 1_024
"""Most characters of a value of each property, and of every other (the model's types, followthemoney 4)."""


def case_entities(lookup: Lookup) -> Parcel:
    """The entities as JSON Lines: actors, representations, reports, meetings, then what documents which meeting."""
    actors = [row for row in rows_of(lookup, "actors") if isinstance(row, Actor)]
    views = [row for row in rows_of(lookup, "reports") if isinstance(row, ReportView)]
    meetings = [row for row in rows_of(lookup, "meetings") if isinstance(row, Meeting)]
    made = [
        *(_actor(actor) for actor in actors),
        *(_nameless(lookup, name) for name in _others(lookup, actors, meetings)),
        *(_representation(lookup, actor, actor.represents) for actor in actors if actor.represents),
        *(_report(view) for view in views),
        *(_meeting(lookup, meeting) for meeting in meetings),
        *(entity for meeting in meetings for entity in _documented(lookup, meeting)),
    ]
    left = (
        *counted(
            sum(text.endswith(CUT) for one in made for told in one["properties"].values() for text in told),
            "value",
            f"cut for its length, marked {CUT}",
        ),
        "the reports' texts and languages, leads, agendas, outcomes and contradictions (the JSON export has them)",
        *other_kinds(lookup, "meetings", "disputes"),
    )
    return alone(b"".join(map(encode_line, made)), "entities.ftm.json", left)


def _entity(identifier: str, schema: str, properties: dict[str, Iterable[str | None]]) -> Values:
    """An entity with those properties that have values, each value once and on one line."""
    told = {name: list(dict.fromkeys(shown for value in values if value and (shown := _shown(name, value))))
            for name, values in properties.items()}  # fmt: skip
    return {"id": identifier, "schema": schema, "properties": {name: held for name, held in told.items() if held}}


def _shown(name: str, value: str) -> str:
    """A value as the model takes it: without what XML cannot hold, and cut with a mark where it is too long for it."""
    return clip(xml_text(value), LONGEST.get(name, LONGEST_STRING))


def _id(key: object) -> str:
    return f"pourparler-{key}"


def _actor(actor: Actor) -> Values:
    properties: dict[str, Iterable[str | None]] = {
        "name": [actor.name],
        "alias": [name for name in (*actor.names, *actor.aliases) if name != actor.name],
    }
    if actor.kind is ActorKind.PERSON:
        properties["position"] = [actor.office]
    if actor.kind is ActorKind.STATE:
        properties["country"] = [_country(actor.name)]
    return _entity(_id(actor.id), SCHEMATA[actor.kind], properties)


def _country(name: str) -> str | None:
    """The code of a state that the gazetteer knows, in lower case."""
    from pourparler.text.gazetteer import fold, load_gazetteer

    state = load_gazetteer().states.get(fold(name))
    return state.iso2.lower() if state and state.iso2 else None


def _others(lookup: Lookup, actors: Iterable[Actor], meetings: Iterable[Meeting]) -> list[str]:
    """Names that meetings or actors bear and that are no actor's."""
    names = {name for meeting in meetings for name in named_in(meeting)}
    names |= {actor.represents for actor in actors if actor.represents}
    return sorted(name for name in names if actor_called(lookup, name) is None)


def _nameless(lookup: Lookup, name: str) -> Values:
    return _entity(_id(actor_key(lookup, name)), "LegalEntity", {"name": [name]})


def _representation(lookup: Lookup, actor: Actor, party: str) -> Values:
    """That a person speaks for a party."""
    client = actor_key(lookup, party)
    return _entity(_id(f"{actor.id}-{client}"), "Representation", {
        "agent": [_id(actor.id)], "client": [_id(client)], "role": [actor.office],
    })  # fmt: skip


def _report(view: ReportView) -> Values:
    report = view.report
    fits = report.url and len(report.url) <= LONGEST["sourceUrl"]
    web = report.url if report.url and fits and report.url.startswith(("http://", "https://")) else None
    copied = f"near copy of {view.copies_of}" if view.copies_of else None
    published = report.published.isoformat() if report.published else None
    return _entity(_id(report.id), "Article", {
        "title": [report.title or report.name], "fileName": [report.name], "publisher": [outlet(report)],
        "publishedAt": [published], "sourceUrl": [web], "notes": [copied],
    })  # fmt: skip


def _meeting(lookup: Lookup, meeting: Meeting) -> Values:
    """A meeting as an event. What was not held says so in its name, for an event has no status of its own."""
    time = time_of(lookup, meeting)
    status = meeting.status.value
    name = label(lookup, meeting)
    present = (*meeting.parties, *meeting.people, *(one for one in meeting.mediators if one not in meeting.hosts))
    start, end = (time.start.isoformat(), time.end.isoformat()) if time else (None, None)
    return _entity(_id(lasting_id(lookup, meeting)), "Event", {
        "name": [name if meeting.status is MeetingStatus.HELD else f"{name} ({status})"],
        "startDate": [start], "endDate": [end], "date": [start] if start == end else [],
        "location": [", ".join(meeting.place)], "keywords": [meeting.kind.value, status],
        "involved": [_id(actor_key(lookup, one)) for one in present],
        "organizer": [_id(actor_key(lookup, one)) for one in meeting.hosts],
        "summary": [meeting.title], "recordId": [meeting.id],
        "proof": [_id(account.report) for account in meeting.accounts],
    })  # fmt: skip


def _documented(lookup: Lookup, meeting: Meeting) -> Iterator[Values]:
    """That a report documents a meeting, in which words."""
    event = _id(lasting_id(lookup, meeting))
    for report in dict.fromkeys(account.report for account in meeting.accounts):
        told = [account for account in meeting.accounts if account.report == report]
        published = lookup.reports_by_id[report].published
        key = uuid5(NAMESPACE_URL, "\0".join(("pourparler", "documentation", event, report)))
        yield _entity(_id(key), "Documentation", {
            "document": [_id(report)], "entity": [event], "role": ["tells of it"],
            "date": [published.isoformat() if published else None],
            "summary": [place.text for account in told for place in account.evidence],
        })  # fmt: skip
