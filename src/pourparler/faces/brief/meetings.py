"""Sentences on meetings: what was held, what is still to come, what was put off; planned is never told as held."""

from collections.abc import Callable

from pourparler.core.account import Account
from pourparler.core.entry import Meeting
from pourparler.core.evidence import Evidence
from pourparler.core.reading import MeetingFrame
from pourparler.core.vocabulary import MeetingKind, MeetingStatus
from pourparler.faces.brief.changes import earlier
from pourparler.faces.brief.footnotes import Footnotes
from pourparler.faces.brief.paper import Item, Run, Sentence, Tone, say, strong
from pourparler.faces.brief.vouching import vouched
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.rows.occasions import level_words, named, occasion, place_words, sides
from pourparler.faces.wording.days import in_prose
from pourparler.faces.wording.names import ordinal, parties, series, the
from pourparler.faces.wording.quoting import quoted, upper_first
from pourparler.faces.wording.voices import according, outlet, whose

VERBS: dict[MeetingKind, tuple[str, str]] = {
    MeetingKind.TALKS: ("held talks", "hold talks"),
    MeetingKind.MEETING: ("met", "meet"),
    MeetingKind.SUMMIT: ("met at a summit", "meet at a summit"),
    MeetingKind.CALL: ("held a call", "hold a call"),
    MeetingKind.SIGNING: ("held a signing", "hold a signing"),
    MeetingKind.EXCHANGE: ("carried out an exchange", "carry out an exchange"),
    MeetingKind.CONFERENCE: ("held a conference", "hold a conference"),
}
"""What those who meet did, and what they are to do; a visit has no subject that the record knows."""


def meeting_item(notes: Footnotes, meeting: Meeting) -> Item:
    """All that the brief says of one meeting: what and when, who, and what came of it or is on the agenda."""
    accounts = telling(notes, meeting)
    sentences = [_headline(notes, meeting, accounts)]
    sentences += earlier(notes, meeting)
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
    words = _SENTENCES[meeting.status](notes.lookup, meeting)
    source = according(tuple(accounts))
    extra: tuple[int, ...] = ()
    words.append(f", {source}" if source else "")
    if meeting.status is MeetingStatus.CONDITIONAL:
        place = _condition(notes, accounts)
        words.append(f", in the words of {outlet(notes.lookup.report(place.report))}: ")
        words.append(Run(quoted(place.text, 200), Tone.QUOTE))
        extra = notes.cite([place])
    numbers = notes.cite_accounts(_with_day(meeting, accounts))
    return say(*words, f"{_silence(meeting)}{vouched(meeting)}.", notes=tuple(sorted({*numbers, *extra})))


def _condition(notes: Footnotes, accounts: list[Account]) -> Evidence:
    """The words of the condition that stands where the meeting is told of; else those that tell of the meeting."""
    told = [account.evidence[0] for account in accounts]
    for place in told:
        for condition in notes.lookup.record.conditions:
            for words in condition.evidence:
                if words.report == place.report and words.start < place.end and place.start < words.end:
                    return words
    return told[0]


def _with_day(meeting: Meeting, accounts: list[Account]) -> list[Account]:
    """The accounts, and second among them one that gives the meeting's day where none of them does."""
    when = meeting.when
    if when is None or any(_frame(account).when == when for account in accounts):
        return accounts
    days = (when.start, when.end)
    for account in meeting.accounts:
        given = _frame(account).when
        if given and (given.start, given.end) == days:
            return accounts if account in accounts else [accounts[0], account, *accounts[1:]]
    return accounts


def _silence(meeting: Meeting) -> str:
    """That no report tells the day of a meeting, where that matters."""
    day_matters = meeting.status in (MeetingStatus.HELD, MeetingStatus.PLANNED, MeetingStatus.PROPOSED)
    return "" if in_prose(meeting.when) or not day_matters else "; no day is told"


Words = list[str | Run]


def _subject(lookup: Lookup, meeting: Meeting) -> str:
    """Two who meet or more, who can be the subject of a sentence; empty when there are fewer."""
    who = sides(lookup, meeting)
    return named(who) if meeting.kind in VERBS and len(who) > 1 else ""


def _deed(meeting: Meeting, tense: int) -> str:
    """What the subject did (0) or is to do (1): held the second round of talks at expert level in Istanbul."""
    verb = VERBS[meeting.kind][tense]
    if meeting.round:
        verb = f"{('held', 'hold')[tense]} the {ordinal(meeting.round)} round of talks"
    return f"{verb}{level_words(meeting)}{place_words(meeting)}"


def _phrase(lookup: Lookup, meeting: Meeting) -> tuple[str, bool]:
    """The meeting as the beginning of a sentence, and True when it takes a plural."""
    phrase = upper_first(occasion(lookup, meeting))
    return phrase, phrase.startswith("Talks")


def _day(meeting: Meeting) -> str:
    prose = in_prose(meeting.when)
    return f" {prose}" if prose else ""


def _for_day(meeting: Meeting) -> str:
    return f" for {_bare(meeting)}" if _bare(meeting) else ""


def _bare(meeting: Meeting) -> str:
    return in_prose(meeting.when).removeprefix("on ").removeprefix("in ")


def _held(lookup: Lookup, meeting: Meeting) -> Words:
    day = upper_first(in_prose(meeting.when))
    if subject := _subject(lookup, meeting):
        lead: Words = [strong(day), f" {subject} "] if day else [f"{upper_first(subject)} "]
        return [*lead, _deed(meeting, 0)]
    phrase = occasion(lookup, meeting)
    return [strong(day), f": {phrase} took place"] if day else [f"{upper_first(phrase)} took place"]


def _under_way(lookup: Lookup, meeting: Meeting) -> Words:
    phrase, many = _phrase(lookup, meeting)
    return [strong(phrase), f" {'were' if many else 'was'} under way", _day(meeting), " when last reported"]


def _planned(lookup: Lookup, meeting: Meeting) -> Words:
    phrase, many = _phrase(lookup, meeting)
    if meeting.overdue:
        return [strong(phrase), f" {'were' if many else 'was'} planned", _for_day(meeting)]
    if subject := _subject(lookup, meeting):
        return [strong(upper_first(subject)), f" are to {_deed(meeting, 1)}", _day(meeting)]
    return [strong(phrase), f" {'are' if many else 'is'} planned", _for_day(meeting)]


def _conditional(lookup: Lookup, meeting: Meeting) -> Words:
    phrase, many = _phrase(lookup, meeting)
    verb = ("were" if many else "was") if meeting.overdue else ("are" if many else "is")
    return [strong(phrase), f" {verb} planned", _for_day(meeting), " on a condition"]


def _proposed(lookup: Lookup, meeting: Meeting) -> Words:
    phrase, many = _phrase(lookup, meeting)
    verb = ("were" if many else "was") if meeting.overdue else ("have been" if many else "has been")
    return [strong(phrase), f" {verb} proposed", _for_day(meeting)]


def _off(verb: str) -> Callable[[Lookup, Meeting], Words]:
    def words(lookup: Lookup, meeting: Meeting) -> Words:
        phrase, many = _phrase(lookup, meeting)
        last = f" (the last day given: {_bare(meeting)})" if _bare(meeting) else ""
        return [strong(phrase), f" {'were' if many else 'was'} {verb}", last]

    return words


def _denied(lookup: Lookup, meeting: Meeting) -> Words:
    phrase = occasion(lookup, meeting)
    verb = "were" if phrase.startswith("talks") else "was"
    return [f"It is denied that there {verb} or will be ", strong(phrase), _day(meeting)]


_SENTENCES: dict[MeetingStatus, Callable[[Lookup, Meeting], Words]] = {
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
        led = [f"{the(person)} for {the(party)}" for party, person in sorted(leads.items())]
        sentences.append((f"Led by {series(led)}.", "leads"))
    told = {*leads.values(), *sides(notes.lookup, meeting)}
    others = tuple(name for name in meeting.people if name not in told)
    if others:
        sentences.append((f"{'Also named' if leads else 'Named'} as taking part: {named(others)}.", "people"))
    if meeting.mediators:
        sentences.append((f"Mediating or hosting: {parties(meeting.mediators)}.", "mediators"))
    absent = tuple(name for name in meeting.absent if name not in meeting.excluded)
    if absent:
        sentences.append((f"Said to be absent: {named(absent)}.", "absent"))
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
