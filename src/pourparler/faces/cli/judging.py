"""What the commands that judge have in common: who decides, what is judged, and what it changed."""

import getpass
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.core.entry import Entry
from pourparler.core.errors import InputError
from pourparler.core.judgement import OF_BOARDS, OF_ISSUES
from pourparler.faces.cli.messages import plain, tell
from pourparler.settings import load_settings

if TYPE_CHECKING:
    from pourparler.core.judgement import Judgement
    from pourparler.faces.rows.lookup import Lookup
    from pourparler.record.effects import Effect, Thing
    from pourparler.record.judging import Signature
    from pourparler.record.ledger import Ledger
    from pourparler.record.store import Store

ByOption = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who decides (default: POURPARLER_BY, settings, your user name)."),
]
BecauseOption = Annotated[str, typer.Option("--because", metavar="TEXT", help="Why, in your words.")]

MOST_SHOWN = 3
"""How many entries of one kind are named before and after an act; more are counted."""


@dataclass
class Desk:
    """A record open for judging: what it shows now, and who sits there."""

    store: "Store"
    path: Path
    ledger: "Ledger"
    lookup: "Lookup"
    given: str | None
    because: str

    @property
    def by(self) -> str:
        """The name under which judgements made here are kept."""
        return name_of_judge(self.given)

    def look(self) -> "Lookup":
        """The record as it stands now; only what has changed since the last look is put together again."""
        from pourparler.faces.rows.lookup import Lookup

        self.ledger.take(self.store.holdings())
        return Lookup(self.ledger.record())

    def signed(self) -> "Signature":
        """A signature of this moment."""
        from pourparler.record.judging import sign

        return sign(self.by, self.because, self.store.judgements(withdrawn=True))

    def entry(self, typed: str) -> Entry:
        """The entry of an id; raises InputError for an id of anything else."""
        from pourparler.faces.judging.parts import entry_called

        return entry_called(self.lookup, typed)

    def put(self, made: "Sequence[Judgement]", nothing_new: str) -> bool:
        """Add an act and tell what it changed; False, with the words `nothing_new`, when it says nothing new."""
        from pourparler.faces.rows.judged import act_words
        from pourparler.record.opposing import new_only

        new = new_only(made, self.lookup.record.judgements)
        if not new:
            tell(nothing_new)
            return False
        self.store.add_judgements(new)
        before, self.lookup = self.lookup, self.look()
        known = before if any(one.verdict in _HIDING for one in new) else self.lookup
        say(f"{upper(act_words(known, new))}.")
        tell_effects(before, self.lookup, new)
        return True


_HIDING = frozenset({"rejected", "same"})
"""Verdicts after which the record no longer shows what was judged as it was judged."""


@contextmanager
def desk(record: Path | None, by: str | None = None, because: str = "") -> Iterator[Desk]:
    """The record that a command judges, open for writing."""
    from pourparler.faces.rows.lookup import Lookup
    from pourparler.record.ledger import Ledger
    from pourparler.record.opening import open_store

    settings = load_settings({"record": record, "by": by})
    with open_store(settings.record) as store:
        ledger = Ledger()
        ledger.take(store.holdings())
        yield Desk(store, settings.record, ledger, Lookup(ledger.record()), settings.by, because.strip())


def name_of_judge(given: str | None) -> str:
    """The name under which judgements are kept: the one given, else that of the user; InputError without any."""
    name = (given or "").strip()
    if not name:
        try:
            name = getpass.getuser()
        except (OSError, KeyError, ImportError):
            name = ""
    if not name:
        raise InputError("Nobody knows who judges: this system has no name for you.", "Give it with --by NAME.")
    return name


def say(line: str) -> None:
    """One line of an answer, on stdout."""
    sys.stdout.write(f"{plain(line)}\n")


def upper(words: str) -> str:
    """Words with their first letter in upper case."""
    return words[:1].upper() + words[1:]


def tell_effects(before: "Lookup", after: "Lookup", judged: "Sequence[Judgement]") -> None:
    """Say what is different in the record now, a line for each list, then what finds nothing to hold on to.

    Issues and boards are compared where some of what was `judged` is about them.
    """
    from pourparler.record.effects import compare

    lines = [effect_words(before, after, effect) for effect in compare(before.record, after.record)]
    if any(one.verdict in OF_ISSUES for one in judged):
        from pourparler.faces.judging.differing import issue_lines
        from pourparler.faces.system.asking import Asking

        lines += issue_lines(Asking(before), Asking(after))
    if any(one.verdict in OF_BOARDS for one in judged):
        from pourparler.faces.judging.differing import board_lines

        lines += board_lines(before.record, after.record)
    for line in lines or ["The record shows the same as before."]:
        say(f"  {line}")
    tell_lost(after)


def effect_words(before: "Lookup", after: "Lookup", effect: "Effect") -> str:
    """What is different in one list: the entries before and after where they are few, else how many."""
    was, now = effect.totals
    total = f"{was:,} {effect.kind} before, {now:,} now" if was != now else f"{now:,} {effect.kind}, as many as before"
    if max(len(effect.before), len(effect.after)) > MOST_SHOWN:
        had, has = ({thing.id for thing in things} for things in (effect.before, effect.after))
        counts = (len(had - has), "gone"), (len(has - had), "new"), (len(had & has), "changed")
        return f"{total} ({', '.join(f'{count:,} {word}' for count, word in counts if count)})"
    old = ", ".join(_brief(before, thing) for thing in effect.before)
    new = ", ".join(_brief(after, thing) for thing in effect.after)
    if [thing.id for thing in effect.before] == [thing.id for thing in effect.after]:
        pairs = zip(effect.before, effect.after, strict=True)
        return "; ".join(_changed_words(after, was, now) for was, now in pairs)
    return f"{total}: " + (f"{old} → {new}" if old and new else f"{old} is no more" if old else f"{new} is new")


def _changed_words(lookup: "Lookup", was: "Thing", now: "Thing") -> str:
    """What is different in one thing: its fields before and after, else its counts, else that it is so."""
    from pourparler.record.effects import changed_fields

    name = lookup.short(now.id)
    told = [
        f"{field.replace('_', ' ')}: {plain(old) or 'nothing'} → {plain(new) or 'nothing'}"
        for field, old, new in changed_fields(was, now)
    ]
    if told:
        return f"{name} {', '.join(told)}"
    if isinstance(was, Entry) and isinstance(now, Entry) and (was.confirmed, was.counts) != (now.confirmed, now.counts):
        if was.counts != now.counts:
            return f"{_brief(lookup, was)} → {_brief(lookup, now)}"
        return f"{name} is {'confirmed' if now.confirmed else 'no longer confirmed'}"
    return f"{name} is not as before"


def _brief(lookup: "Lookup", thing: object) -> str:
    """A thing by its short id, with its counts where it has them."""
    from pourparler.core.actor import Actor
    from pourparler.faces.rows.cells import counts_words

    if isinstance(thing, Actor):
        return f"{lookup.short(thing.id)} {thing.name}"
    counts = f" ({counts_words(thing.counts)})" if isinstance(thing, Entry) else ""
    return f"{lookup.short(getattr(thing, 'id', ''))}{counts}"


def tell_lost(lookup: "Lookup") -> None:
    """Say how many judgements find nothing to hold on to in the readings of today; nothing when all do."""
    if lost := len(lookup.record.lost):
        noun = "judgement finds" if lost == 1 else "judgements find"
        tell(f"{lost} {noun} nothing to hold on to in today's readings: pourparler log --lost")
