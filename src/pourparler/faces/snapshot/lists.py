"""The lists of a snapshot that are written whole each time: actors, disputes, questions, what the merge would ask,
judgements, and the negotiation as a system."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pourparler.core.judgement import Judgement
from pourparler.faces.rows.labels import label
from pourparler.faces.rows.times import order_of, time_of
from pourparler.faces.snapshot.contents import Contents, kind_of
from pourparler.faces.snapshot.encoding import encode
from pourparler.faces.snapshot.lines import actors_of
from pourparler.faces.snapshot.system import system_lists
from pourparler.record.actors import actor_id
from pourparler.record.reviewing.queue import queue

Row = tuple[Any, ...]


def short_lists(contents: Contents) -> Mapping[str, Iterable[Row]]:
    """The rows of each table that is written whole each time."""
    return {
        "actors": _actors(contents),
        "disputes": _disputes(contents),
        "questions": _questions(contents),
        "asks": _asks(contents),
        "judgements": _judgements(contents),
        **system_lists(contents),
    }


def former_actors(contents: Contents) -> Iterator[Row]:
    """The ids that actors are found by though they do not go by them, those of all their names."""
    for actor in contents.record.actors:
        for name in actor.names:
            former = actor_id(actor.kind, name)
            if former != actor.id:
                yield former, actor.id


def _actors(contents: Contents) -> Iterator[Row]:
    named: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in contents.lookup.entries:
        for name in {name for name, _ in actors_of(entry)}:
            named[name][kind_of(entry)] += 1
    actors = contents.record.actors
    ranks = {actor.id: rank for rank, actor in enumerate(actors)}
    for seq, one in enumerate(sorted(actors, key=lambda one: (one.name, one.id)), 1):
        told = named[one.name]
        yield (
            seq, one.id, contents.lookup.short(one.id), one.name, one.kind.value, one.represents, one.office,
            told["meeting"], told["statement"], told["position"], told["condition"], told["instrument"],
            ranks[one.id], encode(one),
        )  # fmt: skip


def _disputes(contents: Contents) -> Iterator[Row]:
    lookup, disputes = contents.lookup, contents.record.disputes
    ranks = {dispute.id: rank for rank, dispute in enumerate(disputes)}
    for seq, one in enumerate(sorted(disputes, key=lambda one: order_of(lookup, one)), 1):
        time = time_of(lookup, one)
        yield (
            seq, one.id, lookup.short(one.id), label(lookup, one), one.about, one.kind.value, one.field,
            one.sort.value, time.start.isoformat() if time else None, len(one.readings), ranks[one.id], encode(one),
        )  # fmt: skip


def _questions(contents: Contents) -> Iterator[Row]:
    for seq, one in enumerate(queue(contents.record), 1):
        yield (
            seq, one.id, one.asked.value, one.kind.value, encode(one.hardness), encode(one.entries),
            encode(one.accounts), encode(one),
        )  # fmt: skip


def _asks(contents: Contents) -> Iterator[Row]:
    for seq, ask in enumerate(contents.record.asks, 1):
        yield seq, ask.one, ask.other, ask.kind.value, ask.score, encode(ask)


def _judgements(contents: Contents) -> Iterator[Row]:
    def row(one: Judgement, lost: bool) -> Row:
        return one.id, one.act, one.verdict.value, one.by, one.at.isoformat(), one.because, lost, encode(one)

    record = contents.record
    told = [row(one, False) for one in record.judgements] + [row(one, True) for one in record.lost]
    return ((seq, *values) for seq, values in enumerate(told, 1))
