"""Whose voice something is in: the outlet's own, or a speaker's, never the two mixed."""

import re

from pourparler.core.account import Account, Voice
from pourparler.core.report import Report
from pourparler.core.vocabulary import Act, EntryKind, Stance
from pourparler.faces.wording.names import series, the
from pourparler.faces.wording.quoting import visible

_HOST = re.compile(r"https?://(?:www\.)?([^/?#:@\s]+)", re.IGNORECASE)

STANCE_WORDS: dict[Stance, str] = {
    Stance.DEMANDS: "demands",
    Stance.OFFERS: "offers",
    Stance.PROPOSES: "proposes",
    Stance.ACCEPTS: "accepts",
    Stance.SUPPORTS: "supports",
    Stance.REJECTS: "rejects",
    Stance.CONDITIONAL: "sets a condition on",
}
"""A stance as the verb of a sentence whose object is the issue."""

ACT_WORDS: dict[Act, str] = {
    Act.SAY: "said",
    Act.ANNOUNCE: "announced",
    Act.CONFIRM: "confirmed",
    Act.DENY: "denied",
    Act.DEMAND: "demanded",
    Act.OFFER: "offered",
    Act.PROPOSE: "proposed",
    Act.PROMISE: "promised",
    Act.ACCEPT: "accepted",
    Act.REJECT: "rejected",
    Act.WARN: "warned",
    Act.ACCUSE: "accused",
    Act.PRAISE: "praised",
    Act.SUPPORT: "supported",
    Act.DECLINE: "declined",
    Act.ASK: "asked",
}
"""An act as the past tense that a list shows."""


def outlet(report: Report) -> str:
    """Who published a report: its outlet, else the host of its address, else the name of its file."""
    if report.outlet:
        return visible(report.outlet)
    host = _HOST.match(report.url or "") or _HOST.match(report.name)
    return visible(host[1] if host else report.name.rpartition("/")[2].rpartition(".")[0] or report.name)


def speaker(voice: Voice) -> str:
    """The speaker of a voice that is not the outlet's: a name with its party, or an unnamed source."""
    if voice.speaker and voice.party and voice.party != voice.speaker:
        return f"{the(voice.speaker)} ({visible(voice.party)})"
    if voice.speaker:
        return the(voice.speaker)
    return f"an unnamed source for {the(voice.party)}" if voice.party else "an unnamed source"


def through(via: tuple[str, ...]) -> str:
    """The chain that a statement came through: `via AP`, empty where there is none."""
    return f"via {series([visible(name) for name in via])}" if via else ""


def whose(voice: Voice, report: Report) -> str:
    """Whose words an account is, told in full: the outlet's own voice, or a speaker's and through whom."""
    if voice.outlet:
        return f"{outlet(report)}, in its own voice"
    chain = through(voice.via)
    return f"{speaker(voice)}{', ' + chain if chain else ''}, as {outlet(report)} reports"


def teller(voice: Voice, report: Report) -> str:
    """Who tells it, in short: the outlet, or a speaker, through whom, and the outlet that cites him."""
    if voice.outlet:
        return outlet(report)
    chain = through(voice.via)
    return f"{speaker(voice)}{' ' + chain if chain else ''} in {outlet(report)}"


def according(accounts: tuple[Account, ...]) -> str:
    """`according to …` when nothing but speakers stand behind these accounts; empty when an outlet says it itself."""
    voices = [account.voice for account in accounts if account.kind is not EntryKind.STATEMENT]
    if not voices or any(voice.outlet for voice in voices):
        return ""
    named = list(dict.fromkeys(speaker(voice) + (f" ({through(voice.via)})" if voice.via else "") for voice in voices))
    if len(named) > 2:
        named = [*named[:2], "others"]
    return f"according to {series(named)}"
