"""What a person decides about issues: the acts of naming, joining and parting them, as typed."""

from collections.abc import Sequence
from difflib import get_close_matches

from pourparler.case.issues.gathering import bare
from pourparler.case.issues.issue import Issue, Issues
from pourparler.case.issues.pinned import plain
from pourparler.core.errors import InputError
from pourparler.core.judgement import Judgement
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import quoted
from pourparler.record.judging import Signature, join_issues, name_issue, part_issue

NEAR = 0.5
"""How like a phrase must be to what was typed to be offered, of 1; set by hand."""

MOST_NAMED = 8
"""Phrases of an issue that an error lists."""


def naming(issues: Issues, issue: Issue, typed: str, signed: Signature) -> tuple[Judgement, ...]:
    """The act that gives an issue a name; none where it has it already.

    Raises InputError for a name without letters, and for that of another issue.
    """
    name = " ".join(typed.split())
    if not any(letter.isalnum() for letter in name):
        raise InputError("A name needs letters.", "Give the name to show.")
    other = next((one for one in issues.issues if one.name.casefold() == name.casefold() and one.id != issue.id), None)
    if other is not None:
        raise InputError(
            f"Another issue is called {quoted(other.name)}.",
            f'If the two are one: pourparler merge-issues "{issue.name}" "{other.name}"',
        )
    return () if issue.name == name else name_issue(known_by(issues, issue), name, signed)


def joining(issues: Issues, wanted: Sequence[Issue], signed: Signature) -> tuple[Judgement, ...]:
    """The act that makes issues one, under the name of the first; none where they are one already."""
    found = list({issue.id: issue for issue in wanted}.values())
    return join_issues([known_by(issues, issue) for issue in found], signed) if len(found) > 1 else ()


def parting(issue: Issue, typed: Sequence[str], signed: Signature) -> tuple[Judgement, ...]:
    """The act that takes phrases out of an issue; raises InputError for what is none of it, or for all it has."""
    out = list(dict.fromkeys(phrase_called(issue, one) for one in typed))
    if not out:
        raise InputError("No phrase was chosen.", "Choose those that are another issue.")
    if len(out) == len(set(map(plain, issue.phrases))):
        has = "It has one phrase only." if len(out) == 1 else f"It has {some(len(out), 'phrase')}, all named."
        raise InputError(f"Nothing would be left of {quoted(issue.name)}.", has)
    return part_issue(out, signed)


def known_by(issues: Issues, issue: Issue) -> tuple[str, ...]:
    """The phrases by which a judgement knows an issue, the barest first; those that only stand for it in some report
    ("the ban") are none of them."""
    own = [phrase for phrase in issue.phrases if issue.id in issues.ids_of(phrase)] or issue.phrases
    return tuple(sorted(own, key=lambda phrase: len(bare(phrase).split())))


def phrase_called(issue: Issue, typed: str) -> str:
    """The phrase of an issue that was typed, in whatever case; raises InputError with those there are."""
    wanted = plain(typed)
    phrases = {plain(phrase): phrase for phrase in reversed(issue.phrases)}
    if wanted in phrases:
        return phrases[wanted]
    near = [phrases[one] for one in get_close_matches(wanted, phrases, n=3, cutoff=NEAR)]
    near = near or [phrase for one, phrase in phrases.items() if wanted and wanted in one][:3]
    if near:
        raise InputError(f"{quoted(typed)} is no phrase of {quoted(issue.name)}.",
                         f"Did you mean {' or '.join(map(quoted, near))}?")  # fmt: skip
    told = "; ".join(map(quoted, issue.phrases[:MOST_NAMED]))
    rest = len(issue.phrases) - MOST_NAMED
    raise InputError(
        f"{quoted(typed)} is no phrase of {quoted(issue.name)}.",
        f"Its phrases: {told}{f'; and {rest} more (pourparler issues)' if rest > 0 else ''}.",
    )
