"""Sentences on meetings: what was held, what is still to come, what was put off; planned is never told as held."""

from collections.abc import Callable

from pourparler.core.account import Account
from pourparler.core.entry import Meeting
from pourparler.core.evidence import Evidence
from pourparler.core.reading import MeetingFrame
from pourparler.core.vocabulary import MeetingKind, MeetingStatus
from pourparler.faces.brief.footnotes import Footnotes
from pourparler.faces.brief.paper import Item, Run, Sentence, Tone, say, strong
from pourparler.faces.rows.labels import meeting_label, occasion, place_words
from pourparler.faces.wording.days import in_prose
from pourparler.faces.wording.names import ordinal, parties, people
from pourparler.faces.wording.quoting import lower_first, quoted, upper_first
from pourparler.faces.wording.voices import according, outlet, whose

VERBS: dict[MeetingKind, tuple[str, str]] = {
    MeetingKind.TALKS: ("held talks", "hold talks"),
    MeetingKind.MEETING: ("met", "meet"),
    MeetingKind.SUMMIT: ("met at a summit", "meet at a summit"),
    MeetingKind.CALL: ("spoke in a call", "speak in a call"),
    MeetingKind.SIGNING: ("held a signing", "hold a signing"),
    MeetingKind.EXCHANGE: ("carried out an exchange", "carry out an exchange"),
    MeetingKind.CONFERENCE: ("held a conference", "hold a conference"),
}
"""What those who meet did, and what they are to do; a visit has no subject that the record knows."""


def meeting_item(notes: Footnotes, meeting: Meeting) -> Item:
    """All that the brief says of one meeting: what and when, who, and what came of it or is on the agenda."""
    accounts = telling(notes, meeting)
    sentences = [_headline(notes, meeting, accounts)]
    sentences += _company(notes, meeting)
    words = meeting.outcome if meeting.status is MeetingStatus.HELD else meeting.agenda
    if words:
        sentences.append(_quoted_point(notes, meeting, words[0]))
    return Item(tuple(sentences))


def telling(notes: Footnotes, meeting: Meeting) -> list[Account]:
    """The accounts that tell the meeting as the record has it, the fullest first and one of each report.

    Accounts of another state, day or place stand back, and so do near copies, as long as there are others.
    """
    lookup = notes.lookup
    kept = list(meeting.accounts)
    kept = [one for one in kept if not lookup.views[one.evidence[0].report].copies_of] or kept
    kept = [one for one in kept if _agrees(meeting, one)] or kept

    def order(account: Account) -> tuple[bool, int, str, int]:
        frame, place = _frame(account), account.evidence[0]
        told = sum(map(bool, (frame.place, frame.parties, frame.people, frame.leads)))
        return frame.when is None and meeting.when is not None, -told, place.report, place.start

    ordered = sorted(kept, key=order)
    first = {account.report: account for account in reversed(ordered)}
    return [account for account in ordered if first[account.report] is account]


def _agrees(meeting: Meeting, account: Account) -> bool:
    """True when an account gives the meeting's state and contradicts neither its days nor its places."""
    frame, when = _frame(account), meeting.when
    same_days = frame.when is None or when is None or (frame.when.start, frame.when.end) == (when.start, when.end)
    same_place = not frame.place or not meeting.place or bool(set(frame.place) & set(meeting.place))
    return frame.status is meeting.status and same_days and same_place


def _frame(account: Account) -> MeetingFrame:
    assert isinstance(account.fields, MeetingFrame)
    return account.fields


def _headline(notes: Footnotes, meeting: Meeting, accounts: list[Account]) -> Sentence:
    """What sort of meeting, between whom, where, when, and on whose word."""
    words = _SENTENCES[meeting.status](meeting)
    source = according(tuple(accounts))
    words.append(f", {source}" if source else "")
    if meeting.status is MeetingStatus.CONDITIONAL:
        place = accounts[0].evidence[0]
        words.append(f", in the words of {outlet(notes.lookup.report(place.report))}: ")
        words.append(Run(quoted(place.text, 200), Tone.QUOTE))
    return say(*words, f"{_silence(meeting)}.", notes=notes.cite_accounts(accounts))


def _silence(meeting: Meeting) -> str:
    """What no report tells of a meeting: its day, or what became of it."""
    if meeting.overdue:
        return "; no report of this record says what became of it"
    day_matters = meeting.status in (MeetingStatus.HELD, MeetingStatus.PLANNED, MeetingStatus.PROPOSED)
    return "" if in_prose(meeting.when) or not day_matters else "; no day is told"


def _subject(meeting: Meeting) -> str:
    """Two parties or people or more, who can be the subject of a sentence; empty when there are fewer."""
    if meeting.kind not in VERBS:
        return ""
    if len(meeting.parties) > 1:
        return parties(meeting.parties)
    return people(meeting.people) if len(meeting.people) > 1 else ""


def _deed(meeting: Meeting, tense: int) -> str:
    """What the subject did (0) or is to do (1): held the second round of talks at expert level in Istanbul."""
    verb = VERBS[meeting.kind][tense]
    if meeting.round:
        verb = f"{('held', 'hold')[tense]} the {ordinal(meeting.round)} round of talks"
    level = f" at {meeting.level.removesuffix(' level')} level" if meeting.level else ""
    return f"{verb}{level}{place_words(meeting)}"


def _day(meeting: Meeting) -> tuple[str, ...]:
    prose = in_prose(meeting.when)
    return (f" {prose}",) if prose else ()


def _named(meeting: Meeting) -> tuple[str, str, str]:
    """The meeting as a noun phrase with `is` and `was` as its number asks."""
    phrase = meeting_label(meeting)
    many = phrase.lower().startswith("talks")
    return phrase, "are" if many else "is", "were" if many else "was"


def _held(meeting: Meeting) -> list[str | Run]:
    day = in_prose(meeting.when)
    if subject := _subject(meeting):
        lead: list[str | Run] = [strong(upper_first(day)), f" {subject} "] if day else [f"{upper_first(subject)} "]
        return [*lead, _deed(meeting, 0)]
    phrase = meeting_label(meeting)
    return [strong(upper_first(day)), f": {lower_first(phrase)} took place"] if day else [f"{phrase} took place"]


def _under_way(meeting: Meeting) -> list[str | Run]:
    phrase, _, was = _named(meeting)
    return [strong(phrase), f" {was} under way", *_day(meeting), " when last reported"]


def _planned(meeting: Meeting) -> list[str | Run]:
    phrase, is_, was = _named(meeting)
    if meeting.overdue:
        return [strong(phrase), f" {was} planned", _for_day(meeting)]
    if subject := _subject(meeting):
        return [strong(upper_first(subject)), f" are to {_deed(meeting, 1)}", *_day(meeting)]
    return [strong(phrase), f" {is_} planned", _for_day(meeting)]


def _conditional(meeting: Meeting) -> list[str | Run]:
    phrase, is_, was = _named(meeting)
    return [strong(phrase), f" {was if meeting.overdue else is_} planned", _for_day(meeting), " on a condition"]


def _proposed(meeting: Meeting) -> list[str | Run]:
    phrase, is_, was = _named(meeting)
    has = {"are": "have", "is": "has"}[is_]
    return [strong(phrase), f" {was if meeting.overdue else f'{has} been'} proposed", _for_day(meeting)]


def _off(verb: str) -> Callable[[Meeting], list[str | Run]]:
    def words(meeting: Meeting) -> list[str | Run]:
        phrase, _, was = _named(meeting)
        day = in_prose(meeting.when)
        return [strong(phrase), f" {was} {verb}", f" (the last day given: {_bare(day)})" if day else ""]

    return words


def _denied(meeting: Meeting) -> list[str | Run]:
    phrase = occasion(meeting)
    were = "were" if phrase.startswith("talks") else "was"
    return [f"It is denied that there {were} or will be ", strong(phrase), *_day(meeting)]


def _for_day(meeting: Meeting) -> str:
    day = in_prose(meeting.when)
    return f" for {_bare(day)}" if day else ""


def _bare(prose: str) -> str:
    return prose.removeprefix("on ").removeprefix("in ")


_SENTENCES: dict[MeetingStatus, Callable[[Meeting], list[str | Run]]] = {
    MeetingStatus.HELD: _held,
    MeetingStatus.UNDER_WAY: _under_way,
    MeetingStatus.PLANNED: _planned,
    MeetingStatus.CONDITIONAL: _conditional,
    MeetingStatus.PROPOSED: _proposed,
    MeetingStatus.POSTPONED: _off("put off"),
    MeetingStatus.CANCELLED: _off("called off"),
    MeetingStatus.DENIED: _denied,
}


def _company(notes: Footnotes, meeting: Meeting) -> list[Sentence]:
    """Who led, who else is named, who mediated and who was left out, each on the words that say so."""
    leads = dict(meeting.leads)
    sentences = []
    if leads:
        told = [f"{person} for {parties([party])}" for party, person in sorted(leads.items())]
        sentences.append((f"Led by {' and '.join(told)}.", "leads"))
    others = [name for name in meeting.people if name not in leads.values()]
    subject_is_people = len(meeting.parties) < 2
    if others and not subject_is_people:
        sentences.append((f"{'Also named' if leads else 'Named'} as taking part: {people(others)}.", "people"))
    if meeting.mediators:
        sentences.append((f"Mediating or hosting: {parties(meeting.mediators)}.", "mediators"))
    if meeting.excluded:
        verb = "was" if len(meeting.excluded) == 1 else "were"
        sentences.append((f"{upper_first(parties(meeting.excluded))} {verb} left out.", "excluded"))
    return [say(words, notes=_cite_field(notes, meeting, field)) for words, field in sentences]


def _cite_field(notes: Footnotes, meeting: Meeting, field: str) -> tuple[int, ...]:
    """Footnotes for the accounts that give a field, or for the meeting's own where none does by itself."""
    giving = [account for account in telling(notes, meeting) if getattr(_frame(account), field)]
    giving = giving or [account for account in meeting.accounts if getattr(_frame(account), field)]
    return notes.cite_accounts(giving or list(meeting.accounts), most=2)


def _quoted_point(notes: Footnotes, meeting: Meeting, place: Evidence) -> Sentence:
    """An outcome or an item of the agenda in the report's words, and whose words these are."""
    held = meeting.status is MeetingStatus.HELD
    behind = [account for account in meeting.accounts if any(item.evidence == place for item in account.support)]
    report = notes.lookup.report(place.report)
    voice = whose(behind[0].voice, report) if behind else outlet(report)
    lead = "What came of it" if held else "On the agenda"
    return say(f"{lead} ({voice}): ", Run(quoted(place.text, 260), Tone.QUOTE), ".", notes=notes.cite([place]))
