"""What is asked of a negotiation as a whole: its cast, its links, its issues, its folder."""

from collections.abc import Iterator

from training.corpus.annotation import Annotation
from training.corpus.checks import examine
from training.corpus.issues import amiss, phrases
from training.corpus.kinds import STATES
from training.corpus.model import Actor
from training.corpus.negotiation import Negotiation, Problem

FIELDS = ("status", "when", "place", "parties", "people", "agenda", "outcome", "terms", "level", "round", "excluded")
"""Fields on which accounts may be at odds; `words` stands for what was said."""


def problems(found: Negotiation) -> list[Problem]:
    """Everything that is wrong with a negotiation, file by file and line by line."""
    wrong = [*found.problems, *_cast(found), *_links(found), *_issues(found)]
    for name, document in found.reports:
        path = found.path / f"{name}.txt"
        cast = actors(found, name)
        wrong += [Problem(path, line, what, todo, hint) for line, what, todo, hint in examine(document, cast)]
    return sorted(wrong, key=lambda one: (str(one.path), one.line))


def actors(found: Negotiation, report: str) -> dict[str, Actor]:
    """The cast of one report: that of its negotiation and what the report adds."""
    own = next((document.actors for name, document in found.reports if name == report), ())
    return {one.id: one for one in (*found.cast, *own)}


def _cast(found: Negotiation) -> Iterator[Problem]:
    path = found.path / "cast.txt"
    ids = [one.id for one in found.cast]
    for one in found.cast:
        if one.party and one.party not in ids:
            yield Problem(path, one.line, f"{one.id} speaks for '{one.party}', who is not in the cast.", "Add a line.")
        if ids.count(one.id) > 1:
            yield Problem(path, one.line, f"'{one.id}' stands twice.", "Give every actor its own id.")
    for name, document in found.reports:
        for one in document.actors:
            if one.id in ids:
                what = f"'{one.id}' stands in cast.txt already."
                yield Problem(found.path / f"{name}.txt", one.line, what, "Strike it here.")


def _links(found: Negotiation) -> Iterator[Problem]:
    path = found.path / "links.txt"
    known = {(name, record.id) for name, document in found.reports for record in document.records}
    follow = {(name, r.id) for name, document in found.reports for r in document.records if r.words("same")}
    seen: set[tuple[str, str]] = set()
    entries = {entry.id for entry in found.links.entries}
    for entry in found.links.entries:
        for member in entry.members:
            if member not in known or member[1][0] != entry.id[0].lower():
                yield Problem(path, entry.line, f"{'.'.join(member)} is no account for {entry.id}.", "Mend the id.")
            if member in seen or member in follow:
                yield Problem(path, entry.line, f"{'.'.join(member)} is joined twice.", "Name it in one entry only.")
            seen.add(member)
    for dispute in found.links.disputes:
        if dispute.entry not in entries:
            yield Problem(path, dispute.line, f"No entry {dispute.entry}.", "Write its line above.")
        if dispute.field not in (*FIELDS, *STATES, "words"):
            yield Problem(path, dispute.line, f"'{dispute.field}' is no field to dispute.", f"Known: {FIELDS}.")
        for value, members in dispute.readings:
            if not value or not members or any(member not in known for member in members):
                yield Problem(path, dispute.line, f"The reading '{value}' cites no account.", "Write value 01.m1.")
    reports = {name for name, _ in found.reports}
    for group in found.links.copies:
        for name in group:
            if name not in reports:
                yield Problem(path, 0, f"copies: no report {name}.", "Mend the number.")


def told(found: Negotiation) -> set[str]:
    """Every phrase of its annotation that may be of an issue."""
    return {
        phrase
        for name, document in found.reports
        for _, _, phrase in phrases(Annotation(document, actors(found, name)))
    }


def _issues(found: Negotiation) -> Iterator[Problem]:
    if found.labels.groups:
        for error in amiss(found.labels, told(found)):
            yield Problem(found.path / "issues.txt", error.line, error.what, error.todo)
