"""What a decision on issues or boards changed, in lines: the issues before and after with their states, the boards."""

from collections.abc import Iterator

from pourparler.case.issues.states import Standing
from pourparler.core.entry import CaseRecord
from pourparler.faces.system.asking import Asking
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import quoted
from pourparler.record.boards import kept_in

MOST_SHOWN = 3
"""How many issues are named before and after; more are counted."""


def issue_lines(before: Asking, after: Asking) -> Iterator[str]:
    """The issues that are otherwise now: “pay” (contested), “wages” (unknown) → “pay” (contested)."""
    was, now = ({one.issue.id: one for one in asking.standings} for asking in (before, after))
    gone = [one for name, one in was.items() if name not in now or not _is_same(one, now[name])]
    come = [one for name, one in now.items() if name not in was or not _is_same(was[name], one)]
    if not gone and not come:
        return
    many = len(now)
    total = f"{many:,} issues, as many as before" if len(was) == many else f"{len(was):,} issues before, {many:,} now"
    if max(len(gone), len(come)) <= MOST_SHOWN:
        old, new = ", ".join(map(_brief, gone)), ", ".join(map(_brief, come))
        yield f"{total}: {old or 'none'} → {new or 'none'}"
        return
    had, has = ({one.issue.id for one in these} for these in (gone, come))
    counts = (len(had - has), "gone"), (len(has - had), "new"), (len(had & has), "changed")
    yield f"{total} ({', '.join(f'{count:,} {word}' for count, word in counts if count)})"


def board_lines(before: CaseRecord, after: CaseRecord) -> Iterator[str]:
    """The boards that stand otherwise now, with how many hypotheses are on each."""
    was, now = ({one.name.casefold(): one for one in kept_in(record)} for record in (before, after))
    for key in sorted({*was, *now}):
        had, has = was.get(key), now.get(key)
        if had == has:
            continue
        if has is None:
            yield f"the board {quoted(was[key].name)} is no more"
            continue
        laid = "" if has.model else ", not laid out"
        many = len(has.supposed)
        fewer = f" ({len(had.supposed)} before)" if had and len(had.supposed) != many else ""
        new = " is new" if had is None else ""
        yield f"the board {quoted(has.name)}{new}{laid}: {some(many, 'hypothesis', 'hypotheses')}{fewer}"


def _is_same(one: Standing, other: Standing) -> bool:
    return (one.issue.name, one.issue.phrases, one.issue.entries, one.state) == (
        other.issue.name, other.issue.phrases, other.issue.entries, other.state,
    )  # fmt: skip


def _brief(one: Standing) -> str:
    entries = some(len(one.issue.entries), "entry", "entries")
    return f"{quoted(one.issue.name, 60)} ({one.state.value}, {entries})"
