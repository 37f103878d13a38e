"""What forms decide: answers of the review, and judgements on one entry. Each is one act, which one undo takes back."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

from pourparler.core.actor import Actor
from pourparler.core.entry import Dispute, Entry
from pourparler.core.errors import InputError
from pourparler.core.judgement import Judgement, Verdict
from pourparler.core.vocabulary import EntryKind
from pourparler.faces.judging.correcting import correction
from pourparler.faces.judging.desk import RecordDesk
from pourparler.faces.judging.parts import sides_kept_apart, sides_made_one
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.snapshot.encoding import decode
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.web.acts.decisions import decided_in, decisions
from pourparler.faces.web.acts.queue import asking, open_questions, question_called
from pourparler.faces.web.acts.writing import Deed, Done, Sent, by_whom, open_record, signature
from pourparler.faces.web.part import Part, part
from pourparler.faces.web.server.site import Site
from pourparler.record.acts import acts_of, find_act
from pourparler.record.contradictions.judged import readings_judged
from pourparler.record.judging import Signature, make_act
from pourparler.record.opposing import new_only
from pourparler.record.reviewing.settled import Settled

END = "end"
"""In the address of the review: behind the last question."""

Deciding = Callable[[Lookup, Signature], tuple[Judgement, ...]]


def answer(site: Site, sent: Sent) -> Done:
    """Answer a question of the review and go on to the next; one that was answered meanwhile is passed over."""
    asked, answered = sent.word("question"), sent.word("answer")
    if answered not in ("yes", "no"):
        raise InputError(f"{answered[:40]!r} is no answer.", "Answers are yes and no.")
    with closing(site.snapshot(sent.day, hurried=True)) as snapshot:
        question = question_called(snapshot, asked)
        if question is None:
            raise InputError("This question is no longer asked.", "The review goes on with those that are open.")
        act: tuple[Judgement, ...] = ()
        if not Settled(decisions(site, snapshot).standing).holds(question):
            entries = snapshot.entries(question.entries)
            accounts = {account.id: account for entry in entries for account in entry.accounts}
            with site.writing:
                desk = RecordDesk(site.record, accounts, by_whom(site))
                act = desk.decide(question, answered == "yes", sent.maybe("because"))
        asked_for = _asked(sent)
        kind = EntryKind(asked_for["kind"]) if asked_for.get("kind") in set(EntryKind) else None
        queue = open_questions(decisions(site, snapshot), kind, asked_for.get("party") or None)
        following = queue.after(asked) or END
    return Done(act[0].act if act else "", _with(sent.back, at=following, came=asked, open=None))


def confirm(site: Site, sent: Sent) -> Done:
    """Say that an entry is right as it stands, or that a dispute is one."""
    return _on_thing(site, sent, Verdict.CONFIRMED)


def reject(site: Site, sent: Sent) -> Done:
    """Say that an entry is none, or a dispute no contradiction; leads to the list, which shows it no more."""
    return _on_thing(site, sent, Verdict.REJECTED)


def correct(site: Site, sent: Sent) -> Done:
    """Set a field of an entry right; wants a reason."""
    if not sent.maybe("because"):
        raise InputError("A correction needs a reason.", "Say why: whoever reads the record will ask.")

    def made(lookup: Lookup, signed: Signature) -> tuple[Judgement, ...]:
        entry = lookup.find(sent.id("entry"))
        assert isinstance(entry, Entry)
        one = correction(lookup, entry, sent.word("field"), sent.maybe("value"))
        if one.is_given_already:
            said = one.value or "unknown"
            raise InputError(f"The reports give {said} already: nothing to correct.", "To say it is right, confirm it.")
        return one.act(signed)

    return Done(_keep(site, sent, ("entry",), made))


def same(site: Site, sent: Sent) -> Done:
    """Say that an entry and another are one."""
    ids = [sent.id("entry"), sent.id("other")]
    act = _keep(site, sent, ("entry", "other"), lambda lookup, signed: make_act(
        Verdict.SAME, sides_made_one(lookup, ids), signed))  # fmt: skip
    return Done(act)


def different(site: Site, sent: Sent) -> Done:
    """Say that an entry and another are not one, or that an account does not belong to its entry."""
    one, other = sent.id("entry"), sent.id("other")
    act = _keep(site, sent, ("entry", "other"), lambda lookup, signed: make_act(
        Verdict.DIFFERENT, sides_kept_apart(lookup, one, other), signed))  # fmt: skip
    return Done(act)


def undo(site: Site, sent: Sent) -> Done:
    """Take back a whole act; in the review, ask again what it answered."""
    with open_record(site) as store:
        act = find_act(acts_of(store), sent.word("act"))
        store.withdraw([one.id for one in act], datetime.now(UTC))
    accounts = frozenset(account for one in act for account in one.accounts)
    back = sent.back
    if urlsplit(back).path == "/review":
        back = _with(back, at=_asked_again(site, sent.day, accounts), came=None)
    return Done(to=back)


def _asked_again(site: Site, day: date | None, accounts: frozenset[str]) -> str | None:
    """The question that is open again on these accounts; a snapshot that knew it as settled is made anew first."""
    with closing(site.snapshot(day, hurried=True)) as snapshot:
        now = decisions(site, snapshot)
        if not now.has_lost_some:
            return asking(now, accounts)
    with closing(site.snapshot(day)) as snapshot:
        return asking(decisions(site, snapshot), accounts)


def _on_thing(site: Site, sent: Sent, verdict: Verdict) -> Done:
    """A verdict on an entry or a dispute as a whole."""

    def made(lookup: Lookup, signed: Signature) -> tuple[Judgement, ...]:
        thing = lookup.find(sent.id("entry"))
        if isinstance(thing, Dispute):
            told = lookup.find(thing.about)
            assert isinstance(told, Entry)
            return make_act(verdict, [told.accounts], signed, thing.field, readings_judged(thing))
        assert isinstance(thing, Entry)
        return make_act(verdict, [thing.accounts], signed)

    act = _keep(site, sent, ("entry",), made)
    parts = urlsplit(sent.back)
    listed = parts.path.rpartition("/")[0]
    gone = verdict is Verdict.REJECTED and listed
    return Done(act, parts._replace(path=listed, query=_only_day(sent)).geturl() if gone else "")


def _keep(site: Site, sent: Sent, named: Sequence[str], made: Deciding) -> str:
    """Keep what a person decides about the things that the form names; the id of the act.

    Raises InputError for an id of nothing, and where it was decided already: nothing is added then.
    """
    with closing(site.snapshot(sent.day, hurried=True)) as snapshot:
        lookup = _part_of(snapshot, [sent.id(name) for name in named])
        with open_record(site) as store:
            act = new_only(made(lookup, signature(site, store, sent)), decided_in(store, snapshot).standing)
            if not act:
                raise InputError("That is decided already.", "Nothing was added.")
            store.add_judgements(act)
    return act[0].act


def _part_of(snapshot: Snapshot, ids: Sequence[str]) -> Part:
    """The part of a record that these ids name, with all of its actors, by whose names a correction is read."""
    things: list[Entry | Dispute] = []
    for typed in ids:
        thing = snapshot.entry(typed)
        if isinstance(thing, Entry | Dispute):
            things.append(thing)
            continue
        several = len(snapshot.named(typed)) > 1
        todo = "Type more of it." if several else "Lists show the ids there are; so does the page of an entry."
        what = "names several things" if several else "is the id of no entry"
        raise InputError(f"{typed[:60]!r} {what}.", todo)
    made = part(snapshot, list({thing.id: thing for thing in things}.values()))
    about = [thing.about for thing in things if isinstance(thing, Dispute)]
    made = part(snapshot, [*made.entries, *snapshot.entries(about), *made.record.disputes])
    actors = tuple(decode(Actor, row["body"]) for row in snapshot.rows("SELECT body FROM actors ORDER BY seq"))
    return Part(replace(made.record, actors=actors), snapshot)


def _asked(sent: Sent) -> dict[str, str]:
    """The query of the page that the form was sent from."""
    return dict(parse_qsl(urlsplit(sent.back).query))


def _only_day(sent: Sent) -> str:
    day = sent.day
    return urlencode({"as_of": day.isoformat()}) if day else ""


def _with(address: str, **query: str | None) -> str:
    """An address with parts of its query changed; None takes a part away."""
    parts = urlsplit(address)
    given = dict(parse_qsl(parts.query)) | query
    return parts._replace(query=urlencode({name: value for name, value in given.items() if value})).geturl()


DEEDS = tuple(Deed(do.__name__, do) for do in (answer, confirm, reject, correct, same, different, undo))
