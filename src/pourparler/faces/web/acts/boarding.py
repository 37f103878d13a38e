"""What forms decide about boards: made, limited, supposed. Each is one act, which one undo takes back."""

import re
from collections.abc import Callable
from contextlib import closing
from urllib.parse import quote

from pourparler.case.options.model import Limits, limits_of, made
from pourparler.case.options.supposed import Boards
from pourparler.core.account import Account
from pourparler.core.actor import Actor
from pourparler.core.entry import Entry
from pourparler.core.errors import InputError
from pourparler.core.judgement import Judgement
from pourparler.core.vocabulary import ActorKind
from pourparler.faces.judging.boards import Guess, Typed, board_act, board_typed, guess_act, guess_read
from pourparler.faces.snapshot.encoding import decode
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.web.acts.decisions import decided_in
from pourparler.faces.web.acts.writing import Deed, Done, Sent, open_record, signature
from pourparler.faces.web.boards.standing import boards_beside
from pourparler.faces.web.boards.told import proposals_of
from pourparler.faces.web.page import Ask
from pourparler.faces.web.server.site import NotYet, Site
from pourparler.faces.web.visit import Visit
from pourparler.record.judging import Signature
from pourparler.record.opposing import new_only

OPTION, KEPT, DROPPED, RESTS = "option-", "kept-", "dropped-", "rests-"
"""How the fields begin that choose open moves, options that cannot be undone or taken again, and entries."""

_SIDES = "SELECT DISTINCT name FROM entry_actors WHERE role = 'party'"

Deciding = Callable[[Snapshot, Boards, Signature], tuple[Judgement, ...]]


def make_board(site: Site, sent: Sent) -> Done:
    """Make a board (`name`) of open moves that are ticked and of moves of one's own (`own`, one a line)."""
    name = sent.word("name")
    chosen = (*_ticked(sent, OPTION), *_lines(sent, "own"))

    def decide(snapshot: Snapshot, boards: Boards, signed: Signature) -> tuple[Judgement, ...]:
        proposals = proposals_of(Visit(site, snapshot, "/boards", Ask(as_of=sent.day)))
        typed = Typed(name, chosen, _lines(sent, "parties"), Limits(infeasible=_lines(sent, "infeasible")))
        return board_act(board_typed(typed, proposals, _parties(snapshot), boards), signed)

    act, board = _keep(site, sent, decide)
    return Done(act, f"/boards/{quote(board)}")


def limit_board(site: Site, sent: Sent) -> Done:
    """Say anew what cannot be on a board (`board`), what is one state, and what cannot be undone."""
    limits = Limits(_lines(sent, "infeasible"), _lines(sent, "merged"), _ticked(sent, KEPT), _ticked(sent, DROPPED))

    def decide(_: Snapshot, boards: Boards, signed: Signature) -> tuple[Judgement, ...]:
        model = boards.called(sent.word("board")).model
        if limits == limits_of(model):
            return ()
        return board_act(made(model.name, model.parties, model.cards, limits), signed)

    return Done(_keep(site, sent, decide)[0])


def suppose(site: Site, sent: Sent) -> Done:
    """Suppose what a party (`party`) of a board (`board`) prefers: `statements`, resting on entries or assumed."""
    guess = Guess(
        sent.word("name"), sent.word("party"), sent.word("statements"), sent.maybe("because"), sent.maybe("variant")
    )
    typed = (*_ticked(sent, RESTS), *re.split(r"[\s,;]+", sent.maybe("rests_on")))

    def decide(snapshot: Snapshot, boards: Boards, signed: Signature) -> tuple[Judgement, ...]:
        kept = boards.called(sent.word("board"))
        accounts = [account for each in dict.fromkeys(filter(None, typed)) for account in _accounts(snapshot, each)]
        return guess_act(kept, guess_read(kept, guess), accounts, signed)

    return Done(_keep(site, sent, decide)[0])


def _keep(site: Site, sent: Sent, decide: Deciding) -> tuple[str, str]:
    """Keep what a person decides about boards: the act, and the name of the board."""
    try:
        snapshot = site.snapshot(sent.day, hurried=True)
    except NotYet:
        raise InputError("The record is being put together.", "Send the form again in a moment.") from None
    with closing(snapshot), open_record(site) as store:
        boards = boards_beside(store, snapshot)
        act = decide(snapshot, boards, signature(site, store, sent))
        new = new_only(act, decided_in(store, snapshot).standing)
        if not new:
            raise InputError("That is so already.", "Nothing was added.")
        store.add_judgements(new)
    return new[0].act, new[0].names[0]


def _parties(snapshot: Snapshot) -> dict[str, str]:
    """The names of the record's parties by all their wordings in lower case."""
    rows = snapshot.rows(f"SELECT body FROM actors WHERE name IN ({_SIDES})")
    actors = [decode(Actor, row["body"]) for row in rows]
    found = {name.lower(): one.name for one in actors if one.kind is not ActorKind.PERSON for name in one.aliases}
    return found | {row["name"].lower(): row["name"] for row in snapshot.rows(_SIDES)}


def _accounts(snapshot: Snapshot, typed: str) -> tuple[Account, ...]:
    """The accounts of an entry by its id, or by the address of its page."""
    thing = snapshot.entry(typed.rstrip("/").rpartition("/")[2].partition("?")[0])
    if not isinstance(thing, Entry):
        raise InputError(f"{typed[:60]!r} is the id of no entry.", "Lists show the ids; so does the page of an entry.")
    return thing.accounts


def _ticked(sent: Sent, begins: str) -> tuple[str, ...]:
    """The values of fields whose names begin so, in their order."""
    return tuple(value for name, value in sent.fields.items() if name.startswith(begins))


def _lines(sent: Sent, name: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in sent.maybe(name).splitlines() if line.strip())


DEEDS = (Deed("make-board", make_board), Deed("limit-board", limit_board), Deed("suppose", suppose))
