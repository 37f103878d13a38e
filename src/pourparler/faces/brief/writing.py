"""Writes the brief of a record: what matters most, two pages of it, every sentence on its footnotes."""

from dataclasses import replace

from pourparler.faces.brief.blocking import blocks
from pourparler.faces.brief.choosing import NO_CAPS, Caps, fitted
from pourparler.faces.brief.figures import figures_of, lines_drawn
from pourparler.faces.brief.footnotes import Footnotes
from pourparler.faces.brief.gaps import gap_items, record_flag
from pourparler.faces.brief.numbering import numbered
from pourparler.faces.brief.paper import Brief, Group, Section, Sentence, Wanted, command, say
from pourparler.faces.brief.parts import Scope, contradictions, documents, happened, stands, to_come
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import some, the
from pourparler.faces.wording.quoting import clip, quoted, upper_first

NO_GAPS = "No gaps: every report bears a day and gave something, and every meeting has a day."

PARTS = (happened, to_come, stands, blocks, documents, contradictions)


def write_brief(lookup: Lookup, wanted: Wanted | None = None) -> Brief:
    """The brief of a record on two pages; `wanted` narrows it, or asks for the long form.

    Raises InputError where it is to keep to an issue that nothing touches.
    """
    wanted = wanted or Wanted()
    gaps = Section("not-known", "What is not known", (Group("", gap_items(lookup, wanted)),), NO_GAPS)
    if not lookup.record.reports:
        return Brief(_title(lookup), (_nothing(lookup, wanted),), (gaps,) if wanted.failures else (), ())
    notes = Footnotes(lookup)
    scope, lead = Scope(notes, wanted), _lead(lookup, wanted)

    def write(caps: Caps) -> Brief:
        parts = tuple(part(scope, caps) for part in PARTS)
        return Brief(_title(lookup), lead, (*parts, gaps), notes.all())

    figures = figures_of(scope) if wanted.charts else ()
    written = write(NO_CAPS) if wanted.full else fitted(write, lines_drawn(figures))
    return replace(numbered(written), figures=figures)


def _title(lookup: Lookup) -> str:
    name = upper_first(clip(lookup.record.name, 200).replace("-", " ").strip()) or "A case without a name"
    return f"{name}: the state of play"


def _lead(lookup: Lookup, wanted: Wanted) -> tuple[Sentence, ...]:
    """What the brief rests on, from when to when, and how it is to be read."""
    record = lookup.record
    days = sorted(view.report.published for view in record.reports if view.report.published)
    alone = sum(view.copies_of is None for view in record.reports)
    span = ""
    if days:
        span = f", published {day_words(days[0])}" + (f" to {day_words(days[-1])}" if days[-1] != days[0] else "")
    independent = f" ({alone} independent of each other)" if alone != len(record.reports) else ""
    lines = [say(f"This brief rests on {some(len(record.reports), 'report')}{independent}{span}.")]
    if record.as_of:
        undated = f", nor {some(wanted.undated, 'report')} without a day of publication" if wanted.undated else ""
        day = day_words(record.as_of)
        lines.append(say(f"It gives the record as of {day}: nothing published later is in it{undated}."))
    if wanted.party:
        lines.append(say(f"It keeps to what touches {the(wanted.party)}."))
    if wanted.issue is not None:
        lines.append(say(f"It keeps to what touches {quoted(wanted.issue, 120)}."))
    if wanted.since:
        lines.append(say(f"It keeps to what reports published since {day_words(wanted.since)} tell."))
    lines.append(say("It tells what the reports say; a day gone by without a report is not taken as a meeting held."))
    return tuple(lines)


def _nothing(lookup: Lookup, wanted: Wanted) -> Sentence:
    """That there is nothing to brief on, and what to do."""
    as_of = lookup.record.as_of
    if as_of:
        return say(f"No report of this record was published by {day_words(as_of)}.")
    return say("No report is in this record yet; read some with ",
               command(f"pourparler read YOUR-FOLDER{record_flag(wanted)}"), ".")  # fmt: skip
