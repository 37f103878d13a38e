"""Judgements in words: what was decided about what, by whom and when."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from pourparler.core.actor import Actor
from pourparler.core.entry import Correction, Entry
from pourparler.core.judgement import OF_ACTORS, OF_BOARDS, OF_ISSUES, TOGETHER, Anchor, Judgement, Verdict
from pourparler.faces.rows.labels import label
from pourparler.faces.rows.lookup import Found, Lookup
from pourparler.faces.wording.days import short_day
from pourparler.faces.wording.names import series, some
from pourparler.faces.wording.quoting import clip, quoted, visible

MOST_NAMED = 4
"""How many things one line names before the rest is counted."""


def moment_words(at: datetime) -> str:
    """A moment to the minute, in the time of Greenwich: 1 Jun 2025 09:00 UTC."""
    day = at.astimezone(UTC)
    return f"{short_day(day.date())} {day.year} {day:%H:%M} UTC"


def signature_words(by: str, at: datetime, because: str) -> str:
    """Who decided, when and why: me, 1 Jun 2025 09:00 UTC: because."""
    return f"{visible(by)}, {moment_words(at)}{f': {visible(because)}' if because else ''}"


def judgement_words(lookup: Lookup, judgement: Judgement) -> str:
    """What one judgement says: rejected meeting m3f2a “Talks in Geneva”."""
    if judgement.verdict in OF_ISSUES:
        return _issue_words(judgement)
    if judgement.verdict in OF_BOARDS:
        return _board_words(lookup, judgement)
    if judgement.verdict is Verdict.NAMED:
        return f"named {visible(judgement.names[0])} {quoted(judgement.value or '')}"
    if judgement.verdict is Verdict.JOINED:
        return f"made one actor of {series([visible(side[0]) for side in judgement.sides])}"
    if judgement.verdict is Verdict.PARTED:
        return f"took out of its actor: {', '.join(map(visible, judgement.names))}"
    if judgement.verdict in TOGETHER:
        of = [_thing_words(lookup, judgement, side) for side in judgement.sides]
        if len(set(of)) < len(of):  # they are one entry now: told apart by their words
            of = [_anchor_words(lookup, judgement, side) for side in judgement.sides]
        return f"{'made one' if judgement.verdict is Verdict.SAME else 'kept apart'}: {_some(of, ' | ')}"
    thing = _thing_words(lookup, judgement, judgement.accounts)
    if judgement.is_of_dispute:
        found = "a contradiction" if judgement.verdict is Verdict.CONFIRMED else "no contradiction"
        return f"found {found} on {(judgement.field or '').replace('_', ' ')} of {thing}"
    if judgement.verdict is Verdict.CORRECTED:
        value = visible(judgement.value or "") or "unknown"
        return f"corrected {(judgement.field or '').replace('_', ' ')} of {thing} to {value}"
    return f"{judgement.verdict.value} {thing}"


def _issue_words(judgement: Judgement) -> str:
    """A decision on issues: made one issue of “a truce” and “a ceasefire in the north”."""
    first = [quoted(clip(side[0], 60)) for side in judgement.sides]
    if judgement.verdict is Verdict.ISSUES_JOINED:
        return f"made one issue of {_some(first, ' and ')}"
    if judgement.verdict is Verdict.ISSUE_NAMED:
        others = len(judgement.names) - 1
        more = f" and {some(others, 'other phrase')}" if others else ""
        return f"named the issue of {first[0]}{more} {quoted(judgement.value or '')}"
    return f"took out of its issue: {_some([quoted(clip(phrase, 60)) for phrase in judgement.names], ', ')}"


def _board_words(lookup: Lookup, judgement: Judgement) -> str:
    """A decision on a board: supposed on board “Strike” of the Drivers’ Union “keeps out”: …; it rests on …"""
    board, *more = judgement.names or ("",)
    if judgement.verdict is Verdict.MODELLED or len(more) < 2:
        return f"laid out the board {quoted(board)}"
    hypothesis, party = more[:2]
    variant = f", variant {quoted(judgement.field)}" if judgement.field else ""
    says = quoted(clip(" / ".join((judgement.value or "").splitlines()), 120))
    told = dict.fromkeys(_thing_words(lookup, judgement, (account,)) for account in judgement.accounts)
    ground = f"it rests on {_some(list(told), '; ')}" if told else "assumed"
    return f"supposed {quoted(hypothesis)} of {visible(party)} on the board {quoted(board)}{variant}: {says} ({ground})"


def act_words(lookup: Lookup, act: Sequence[Judgement]) -> str:
    """What one act says; of a bulk act how many entries of which kind: rejected 3 meetings and 12 statements."""
    if len(act) <= MOST_NAMED:
        return "; ".join(judgement_words(lookup, judgement) for judgement in act)
    told: dict[str, Counter[str]] = {}
    for one in act:
        if one.is_of_dispute:
            told.setdefault(one.verdict.value, Counter())["contradiction"] += 1
            continue
        verb, kind = _SEVERAL.get(one.verdict, (one.verdict.value, ""))
        kind = kind or (one.anchors[0].kind.value if one.anchors else "entry" if one.accounts else "actor")
        told.setdefault(verb, Counter())[kind] += 1
    return "; ".join(
        f"{verb} {series([some(count, kind, _MANY.get(kind)) for kind, count in sorted(counts.items())])}"
        for verb, counts in told.items()
    )


_SEVERAL = {
    Verdict.ISSUE_NAMED: ("named", "issue"),
    Verdict.ISSUES_JOINED: ("joined issues in", "group"),
    Verdict.ISSUE_PARTED: ("took phrases out of", "issue"),
    Verdict.MODELLED: ("laid out", "board"),
    Verdict.SUPPOSED: ("supposed", "hypothesis"),
}
"""The verb of a verdict on issues or boards where many are told at once, and of what it is."""

_MANY = {"entry": "entries", "hypothesis": "hypotheses"}


def _some(parts: Sequence[str], between: str) -> str:
    rest = len(parts) - MOST_NAMED
    return between.join(parts[:MOST_NAMED]) + (f"{between}and {rest} more" if rest > 0 else "")


def _thing_words(lookup: Lookup, judgement: Judgement, accounts: Sequence[str]) -> str:
    """The entry that now has accounts, or the words that were judged where the record shows none of them."""
    for account in accounts:
        entry = lookup.former.get(account)
        if isinstance(entry, Entry):
            held = sum(each.id in accounts for each in entry.accounts)
            part = judgement.verdict is Verdict.REJECTED and not judgement.is_of_dispute and held < len(entry.accounts)
            whole = thing_words(lookup, entry)
            return f"{held} of {len(entry.accounts)} accounts of {whole}" if part else whole
    return _anchor_words(lookup, judgement, accounts)


def _anchor_words(lookup: Lookup, judgement: Judgement, accounts: Sequence[str]) -> str:
    """The first words that were judged of some accounts."""
    anchors = [one for one in judgement.anchors if one.account in accounts]
    return anchor_words(lookup, anchors[0]) if anchors else some(len(accounts), "account")


def thing_words(lookup: Lookup, thing: Found) -> str:
    """A thing with its kind and short id: meeting m3f2a “Talks in Geneva”."""
    kind = type(thing).__name__.lower()
    name = thing.report.id if kind == "reportview" else thing.id  # type: ignore[union-attr]
    return f"{kind.removesuffix('view')} {lookup.short(name)} {quoted(clip(label(lookup, thing), 90))}"


def anchor_words(lookup: Lookup, anchor: Anchor) -> str:
    """What was judged, by its words: meeting “… met in Geneva” in lake.txt."""
    report = lookup.reports_by_id.get(anchor.report)
    where = visible(report.name) if report else "a report that is not in this record"
    return f"{anchor.kind.value} {quoted(anchor.text, 60)} in {where}"


def correction_words(made: Correction) -> str:
    """A correction with what the reports gave: status is held; the reports gave planned (me, 1 Jun 2025: because)."""
    given = f"the reports gave {visible(made.given)}" if made.given else "the reports gave nothing"
    value = visible(made.value) or "unknown"
    signed = signature_words(made.by, made.at, made.because)
    return f"{made.field.replace('_', ' ')} is {value}; {given} ({signed})"


def judged_lines(lookup: Lookup, entry: Entry) -> list[tuple[str, str]]:
    """What people decided about an entry, as pairs of a name and words, in the order of their deciding."""
    rows = [
        (
            "confirmed",
            signature_words(one.by, one.at, one.because)
            + (f" ({some(one.since, 'account')} since)" if one.since else ""),
        )
        for one in entry.confirmed
    ]
    rows += [("corrected", correction_words(one)) for one in entry.corrected]
    mine = {account.id for account in entry.accounts}
    for one in lookup.record.judgements:
        if one.is_of_dispute and mine & set(one.accounts):
            words = f"{(one.field or '').replace('_', ' ')}, {visible(one.value or '')}"
            name = "a contradiction" if one.verdict is Verdict.CONFIRMED else "no contradiction"
            rows.append((name, f"{words} ({signature_words(one.by, one.at, one.because)})"))
        elif one.verdict is Verdict.SUPPOSED and mine & set(one.accounts):
            board, hypothesis, party = one.names
            words = f"{quoted(hypothesis)} of {visible(party)} on the board {quoted(board)}"
            rows.append(("a hypothesis rests on it", f"{words} ({signature_words(one.by, one.at, one.because)})"))
        elif one.verdict in TOGETHER and mine & set(one.accounts):
            name = "put together" if one.verdict is Verdict.SAME else "kept apart"
            others = [side for side in one.sides if not mine & set(side)]
            of = f"from {_some([_thing_words(lookup, one, side) for side in others], ' and ')}; " if others else ""
            rows.append((name, of + signature_words(one.by, one.at, one.because)))
    return rows


def judged_actor_lines(lookup: Lookup, actor: Actor) -> list[tuple[str, str]]:
    """What people decided about an actor, as pairs of a name and words."""
    mine = set(actor.names)
    return [
        ("judged", f"{judgement_words(lookup, one)} ({signature_words(one.by, one.at, one.because)})")
        for one in lookup.record.judgements
        if one.verdict in OF_ACTORS and mine & set(one.names)
    ]
