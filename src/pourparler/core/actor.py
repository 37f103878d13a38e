"""Actors: people, states, organisations, blocs and unnamed groups, with the names reports give them."""

from dataclasses import dataclass

from pourparler.core.vocabulary import ActorKind


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor over all reports; `represents` is the party a person speaks for, `aliases` the reports' wordings.

    `names` are the names that readings made of those wordings, all of them this actor's.
    """

    id: str
    name: str
    kind: ActorKind
    represents: str | None = None
    office: str | None = None
    aliases: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
