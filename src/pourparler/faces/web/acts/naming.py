"""What forms decide about issues: named, joined, parted. Each is one act, which one undo takes back."""

from collections.abc import Callable
from contextlib import closing

from pourparler.core.errors import InputError
from pourparler.core.judgement import Judgement
from pourparler.faces.judging.issues import joining, naming, parting
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.goals import issue_called
from pourparler.faces.web.acts.decisions import decided_in
from pourparler.faces.web.acts.writing import Deed, Done, Sent, open_record, signature
from pourparler.faces.web.server.site import NotYet, Site
from pourparler.record.judging import Signature
from pourparler.record.opposing import new_only

PHRASE = "phrase-"
"""How the fields begin that choose phrases, one for each box that is ticked."""

Deciding = Callable[[Asking, Signature], tuple[Judgement, ...]]


def name_issue(site: Site, sent: Sent) -> Done:
    """Give an issue (`issue`) the name to show (`name`)."""
    return _keep(site, sent, lambda asking, signed: naming(
        asking.issues, issue_called(asking, sent.id("issue")), sent.word("name"), signed))  # fmt: skip


def join_issues(site: Site, sent: Sent) -> Done:
    """Say that an issue (`issue`) and another (`other`: in its words, its id, or the address of its page) are one."""

    def made(asking: Asking, signed: Signature) -> tuple[Judgement, ...]:
        address = sent.id("other")
        other = address if asking.issues.get(address) else sent.word("other")
        return joining(asking.issues, [issue_called(asking, sent.id("issue")), issue_called(asking, other)], signed)

    return _keep(site, sent, made)


def part_issue(site: Site, sent: Sent) -> Done:
    """Take phrases (fields `phrase-1`, `phrase-2`, …) out of an issue (`issue`)."""
    phrases = [value for name, value in sent.fields.items() if name.startswith(PHRASE)]
    return _keep(site, sent, lambda asking, signed: parting(
        issue_called(asking, sent.id("issue")), phrases, signed))  # fmt: skip


def _keep(site: Site, sent: Sent, made: Deciding) -> Done:
    """Keep what a person decides about issues of the whole record, whatever day the page showed."""
    try:
        snapshot = site.snapshot(None)
    except NotYet:
        raise InputError("The record is being put together.", "Send the form again in a moment.") from None
    with closing(snapshot):
        asking = site.asking(snapshot)
        with open_record(site) as store:
            act = new_only(made(asking, signature(site, store, sent)), decided_in(store, snapshot).standing)
            if not act:
                raise InputError("That is decided already.", "Nothing was added.")
            store.add_judgements(act)
    return Done(act[0].act)


DEEDS = (Deed("name-issue", name_issue), Deed("join-issues", join_issues), Deed("part-issue", part_issue))
