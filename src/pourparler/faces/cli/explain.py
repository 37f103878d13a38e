"""`pourparler explain`: one entry with every account of it, its words and how its day was found."""

import shutil
import textwrap
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pourparler.faces.cli.messages import give
from pourparler.faces.cli.opening import looked_up, opened
from pourparler.faces.cli.options import AsOfOption, EditionOption, JsonOption, RecordOption

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pourparler.core.reading import Reading
    from pourparler.faces.rows.lookup import Found, Lookup
    from pourparler.faces.rows.telling import Telling

EXAMPLES = (
    "pourparler explain m3f2a --record talks.db     the beginning of an id is enough",
    "pourparler explain m3f2a -r talks.db --json",
)


def explain(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="An id, or its beginning, from any list.")],
    record: RecordOption = None,
    as_of: AsOfOption = None,
    edition: EditionOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show one entry, contradiction, actor or report: every account with its report, outlet, day of publication and
    where that day stands, whose voice it is in, its exact words («so») with a little around them, and its own day.
    """
    with opened(record) as (store, path):
        lookup = looked_up(store, as_of, edition, path)
        thing = lookup.find(identifier)
        held = {account.report for account in getattr(thing, "accounts", ())}
        readings = {
            report: found[0] for report in sorted(held) if edition is None and (found := store.readings(report))
        }
    if as_json:
        from pourparler.faces.export.json import encode

        give(encode(as_values(lookup, thing, readings)))
        return
    width = min(max(shutil.get_terminal_size((96, 24)).columns, 60), 110)
    text = "\n".join(wrapped(line, width) for line in as_lines(lookup, thing, readings))
    give((text + "\n").encode("utf-8", "backslashreplace"))


def wrapped(line: str, width: int) -> str:
    """A line folded at `width`, what follows the first fold standing under its first word."""
    if len(line) <= width or len(line.split()) < 3:
        return line
    indent = len(line) - len(line.lstrip())
    return textwrap.fill(
        line.strip(), width, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2),
        break_long_words=False, break_on_hyphens=False,
    ) if line.strip() else ""  # fmt: skip


def as_lines(lookup: "Lookup", thing: "Found", readings: "Mapping[str, Reading]") -> list[str]:
    """What is known of a thing, as lines."""
    from pourparler.core.actor import Actor
    from pourparler.core.entry import Dispute, ReportView
    from pourparler.faces.rows.history import history_lines
    from pourparler.faces.rows.judged import judged_lines
    from pourparler.faces.rows.labels import label
    from pourparler.faces.rows.telling import dispute_lines, disputes_of, facts, tellings

    if isinstance(thing, Dispute):
        about = lookup.things.get(thing.about)
        title = f"About {lookup.short(thing.about)}: {label(lookup, about)}" if about else f"About {thing.about}"
        return [*dispute_lines(lookup, thing), "", title]
    if isinstance(thing, Actor):
        return actor_lines(lookup, thing)
    if isinstance(thing, ReportView):
        return report_lines(lookup, thing)
    lines = [f"{type(thing).__name__} {lookup.short(thing.id)} ({thing.id})", label(lookup, thing), ""]
    lines += [f"  {name}: {value}" for name, value in facts(lookup, thing)]
    lines += [f"  {name}: {words}" for name, words in judged_lines(lookup, thing)]
    if history := history_lines(lookup, thing):
        lines += ["", *history]
    found = tellings(lookup, thing, readings)
    for number, one in enumerate(found, 1):
        lines += ["", f"Account {number} of {len(found)} ({one.account.id})", *telling_lines(one)]
    for dispute in disputes_of(lookup, thing):
        lines += ["", *dispute_lines(lookup, dispute)]
    return lines


def telling_lines(one: "Telling") -> list[str]:
    """One account as lines."""
    from pourparler.faces.wording.quoting import clip, visible
    from pourparler.faces.wording.voices import outlet

    report = one.report
    title = f", “{clip(report.title, 100)}”" if report.title else ""
    lines = [f"  report: {outlet(report)}{title} [{visible(report.name)}]", f"  published: {one.published}"]
    lines += [f"  address: {visible(report.url)}"] if report.url else []
    lines += [f"  voice: {one.voice}"]
    lines += [f"  words: {before}«{words}»{after}" for before, words, after in one.words]
    lines += [f"  day: {one.day}"] if one.day else []
    lines += [f"  {name}: {value}" for name, value in one.gives]
    return lines


def actor_lines(lookup: "Lookup", actor: Any) -> list[str]:
    """An actor: names, office, party, what people decided about it, and what it says and stands for."""
    from pourparler.faces.rows.judged import judged_actor_lines
    from pourparler.faces.rows.labels import label
    from pourparler.faces.wording.names import some
    from pourparler.faces.wording.quoting import visible

    record = lookup.record
    lines = [f"Actor {lookup.short(actor.id)} ({actor.id})", visible(actor.name), "", f"  kind: {actor.kind.value}"]
    lines += [f"  speaks for: {visible(actor.represents)}"] if actor.represents else []
    lines += [f"  office: {visible(actor.office)}"] if actor.office else []
    lines += [f"  names: {'; '.join(map(visible, actor.names))}"] if len(actor.names) > 1 else []
    lines += [f"  wordings: {'; '.join(map(visible, actor.aliases))}"] if actor.aliases else []
    lines += [f"  {name}: {words}" for name, words in judged_actor_lines(lookup, actor)]
    said = [one for one in record.statements if actor.name in (one.speaker, one.party)]
    stands = [one for one in record.positions if actor.name in (one.voiced_by, one.party)]
    met = [one for one in record.meetings if actor.name in (*one.people, *one.parties)]
    lines += ["", f"{some(len(said), 'statement')}, {some(len(stands), 'position')}, {some(len(met), 'meeting')}"]
    for entries in (met, stands, said):
        lines += [f"  {lookup.short(entry.id)} {label(lookup, entry)}" for entry in entries[:10]]
        lines += [f"  … and {len(entries) - 10} more"] if len(entries) > 10 else []
    return lines


def report_lines(lookup: "Lookup", view: Any) -> list[str]:
    """A report: where it is from, when it was published, and what it tells of."""
    from pourparler.faces.rows.labels import label
    from pourparler.faces.wording.days import publication
    from pourparler.faces.wording.names import some
    from pourparler.faces.wording.quoting import visible
    from pourparler.faces.wording.voices import outlet

    report = view.report
    lines = [f"Report {lookup.short(report.id)} ({report.id})", visible(report.title or report.name), ""]
    lines += [f"  file: {visible(report.name)}", f"  outlet: {outlet(report)}", f"  published: {publication(report)}"]
    lines += [f"  address: {visible(report.url)}"] if report.url else []
    lines += [f"  near copy of: {visible(view.copies_of)}"] if view.copies_of else []
    told = lookup.told_by.get(report.id, ())
    parts = some(len(report.not_news), "part")
    lines += [
        f"  length: {len(report.text):,} characters, {parts} of it no reporting",
        "",
        f"Tells of {some(len(told), 'entry', 'entries')}:",
    ]
    return lines + [
        f"  {lookup.short(entry.id)} {type(entry).__name__.lower()}: {label(lookup, entry)}" for entry in told
    ]


def as_values(lookup: "Lookup", thing: "Found", readings: "Mapping[str, Reading]") -> dict[str, Any]:
    """What is known of a thing as plain values: the thing in the export's shape, its accounts and its disputes."""
    from pourparler.core.entry import Entry
    from pourparler.faces.export.history import evidence_values, voice_values, when_values
    from pourparler.faces.export.judgements import judgement_values
    from pourparler.faces.export.shape import values_of
    from pourparler.faces.rows.telling import disputes_of, tellings, when_of

    kind = type(thing).__name__.lower().removesuffix("view")
    values: dict[str, Any] = {"kind": kind, kind: values_of(thing)}
    if not isinstance(thing, Entry):
        return values
    accounts = []
    for one in tellings(lookup, thing, readings):
        account, report = one.account, one.report
        accounts.append({
            "id": account.id,
            "report": report.name,
            "outlet": report.outlet,
            "published": report.published.isoformat() if report.published else None,
            "published_from": report.published_from.value,
            "voice": voice_values(account.voice),
            "when": when_values(when_of(account)),
            "day": one.day or None,
            "evidence": [evidence_values(place) for place in account.evidence],
            "support": [{"field": item.field, **evidence_values(item.evidence)} for item in account.support],
        })  # fmt: skip
    mine = {account.id for account in thing.accounts}
    judged = [judgement_values(one) for one in lookup.record.judgements if mine & set(one.accounts)]
    disputes = [values_of(one) for one in disputes_of(lookup, thing)]
    return values | {"accounts": accounts, "judgements": judged, "disputes": disputes}
