"""What is not known: reports without a day, reports that gave nothing, inputs that failed, days that nobody told."""

from collections.abc import Sequence
from shlex import quote

from pourparler.core.entry import ReportView
from pourparler.faces.brief.paper import Item, Sentence, Wanted, command, say
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import day_words, is_dated, published_words
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import clip, visible

NAMED = 4
"""Most reports named in one sentence."""

ENGLISH = "en"


def gap_items(lookup: Lookup, wanted: Wanted) -> tuple[Item, ...]:
    """One point for each sort of gap that the record has."""
    views = lookup.record.reports
    undated = [view for view in views if view.report.published is None]
    aside = [view for view in views if view.report.language != ENGLISH]
    silent = [view for view in views if view.report.id not in lookup.told_by and view not in aside]
    copies = [view for view in views if view.copies_of]
    differing = [view for view in views if view.report.day_conflicts]
    lines = [
        _reports(undated, "bears no day of publication, so its “yesterday” and “Tuesday” stay unread",
                 "bear no day of publication, so their “yesterday” and “Tuesday” stay unread"),
        _reports(aside, "was set aside unread, not being in English", "were set aside unread, not being in English"),
        _reports(silent, "was read and gave nothing to keep", "were read and gave nothing to keep"),
        _reports(copies, "is a near copy of another and counts as no source of its own",
                 "are near copies of others and count as no sources of their own"),
        _conflicts(differing),
        _failures(wanted),
        _dayless(lookup, wanted),
    ]  # fmt: skip
    return tuple(Item((line,)) for line in lines if line)


def _reports(views: Sequence[ReportView], one: str, many: str) -> Sentence | None:
    """How many reports share a gap, and which."""
    if not views:
        return None
    return say(f"{some(len(views), 'report')} {one if len(views) == 1 else many}: {_named(views)}.")


def _named(views: Sequence[ReportView]) -> str:
    names = [clip(view.report.name, 60) for view in views[:NAMED]]
    rest = len(views) - len(names)
    return ", ".join(names) + (f" and {rest} more" if rest else "")


def _conflicts(views: Sequence[ReportView]) -> Sentence | None:
    if not views:
        return None
    report = views[0].report
    other = next((one.day for one in report.day_conflicts if one.day != report.published), None)
    example = (
        f"; {clip(report.name, 60)} is taken for {published_words(report)}, and also gives {day_words(other)}"
        if other
        else ""
    )
    verb = "gives" if len(views) == 1 else "give"
    return say(f"{some(len(views), 'report')} {verb} more than one day of publication{example}.")


def _failures(wanted: Wanted) -> Sentence | None:
    failures = wanted.failures
    if not failures:
        return None
    path, reason = failures[0]
    rest = f", and {len(failures) - 1} more" if len(failures) > 1 else ""
    first = f"{clip(path, 60)} ({clip(reason, 120).rstrip('.')})"
    told = f"{some(len(failures), 'input')} could not be read: {first}{rest}; see "
    return say(told, command(f"pourparler status{record_flag(wanted)}"), ".")


def _dayless(lookup: Lookup, wanted: Wanted) -> Sentence | None:
    meetings = [meeting for meeting in lookup.record.meetings if not is_dated(meeting.when)]
    if not meetings:
        return None
    verb, they = ("has", "it stands") if len(meetings) == 1 else ("have", "they stand")
    told = f"{some(len(meetings), 'meeting')} {verb} no day in any report; {they} apart in "
    return say(told, command(f"pourparler show meetings{record_flag(wanted)}"), ".")


def record_flag(wanted: Wanted) -> str:
    """How a command names the record: ` --record talks.db`."""
    return f" --record {quote(visible(wanted.record))}" if wanted.record else ""
