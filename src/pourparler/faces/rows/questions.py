"""A question of the review in words: what is asked, what each answer means, why, and the words that decide it."""

from dataclasses import dataclass

from pourparler.core.entry import Entry
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import EntryKind
from pourparler.faces.rows.labels import label, value_words
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.rows.telling import AROUND, day_words_of, facts, in_context
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import clip, visible
from pourparler.faces.wording.voices import outlet, speaker, through
from pourparler.record.reviewing.question import Asked, Passage, Question, Reason, Side, Why

MANY: dict[EntryKind, str] = {kind: f"{kind.value}s" for kind in EntryKind}
"""The plural of each kind."""

ANSWERS: dict[Asked, tuple[str, str]] = {
    Asked.PAIR: ("one and the same", "two different ones"),
    Asked.JOIN: ("one: leave them together", "two: part them"),
    Asked.DISPUTE: ("real contradiction", "none, or only an update"),
    Asked.ENTRY: ("right", "wrong: leave it out"),
}
"""What accepting and what rejecting means, by the sort of question."""

FEW = 3
"""Passages of each side that are shown before the words are opened."""

WIDE = 600
"""Characters of context on either side of cited words when they are opened."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of one report as a person reads them: who tells them and when, the words with what stands around them,
    the day they give, who else has the same words, and the place of the words."""

    head: str
    before: str
    words: str
    after: str
    day: str
    also: str
    place: Evidence


def question_words(question: Question) -> str:
    """The question in one plain sentence."""
    kind = question.kind.value
    match question.asked:
        case Asked.PAIR:
            return f"Are these two {MANY[question.kind]} one and the same?"
        case Asked.JOIN:
            return f"Do these accounts tell of one {kind}, as the record has it, or of two?"
        case Asked.DISPUTE:
            field = visible((question.field or "").replace("_", " "))
            return f"Is this a real contradiction on “{field}”, or is one only an update of the other?"
    return f"Is this {kind} right, as the record has it?"


def side_title(lookup: Lookup, question: Question, number: int) -> str:
    """What one side of a question is called: its letter, and the entry or the value it stands for."""
    side = question.sides[number]
    mark = f"{LETTERS[number % len(LETTERS)]}  " if len(question.sides) > 1 else ""
    match question.asked:
        case Asked.DISPUTE:
            return f"{mark}{value_words(side.value)}"
        case Asked.JOIN:
            return f"{mark}{some(len(side.accounts), 'account')}"
    return f"{mark}{entry_label(lookup, side.entry)}"


def entry_label(lookup: Lookup, entry: str) -> str:
    """An entry in a few words, by its id; the id itself where the record has it no more."""
    thing = lookup.things.get(entry)
    return label(lookup, thing) if thing else entry


def entry_facts(lookup: Lookup, entry: str) -> tuple[tuple[str, str], ...]:
    """What the record holds of an entry, field by field."""
    thing = lookup.things.get(entry)
    return facts(lookup, thing) if isinstance(thing, Entry) else ()


def reason_words(reason: Reason) -> str:
    """Why something is asked, as a sentence without its full stop."""
    detail = visible(reason.detail)
    match reason.why:
        case Why.MERGE | Why.JOIN:
            return _weighed(reason)
        case Why.DISPUTED:
            return f"the reports contradict each other on “{detail.replace('_', ' ')}”"
        case Why.SINGLE:
            return f"{detail} tell it, but they go back to one source" if detail else "only one report tells it"
        case Why.HEDGED:
            return f"it is told with reserve: “{clip(detail, 60)}”"
        case Why.ANONYMOUS:
            return f"whoever says so is not named{f': “{clip(detail, 60)}”' if detail else ''}"
        case Why.UNSURE:
            return f"the reader could not tell {detail}"


def told_reasons(question: Question) -> tuple[Reason, ...]:
    """The reasons beside the one that the question itself names."""
    own = (Why.DISPUTED, question.field) if question.asked is Asked.DISPUTE else None
    return tuple(reason for reason in question.reasons if (reason.why, reason.detail) != own)


def _weighed(reason: Reason) -> str:
    kept = "apart" if reason.why is Why.MERGE else "together"
    score = f", {abs(reason.score):.2f} from deciding otherwise" if reason.score is not None else ""
    weighed = f"; it weighed: {', '.join(map(visible, reason.traits))}" if reason.traits else ""
    return f"the merge kept them {kept}{score}{weighed}"


def cited_words(lookup: Lookup, side: Side, around: int = AROUND) -> tuple[Cited, ...]:
    """The passages of one side, what several reports have in the same words once; `around` characters of context."""
    alike: dict[str, list[Passage]] = {}
    for passage in side.passages:
        alike.setdefault(visible(passage.words.text), []).append(passage)
    return tuple(_cited(lookup, these, around) for these in alike.values())


def _cited(lookup: Lookup, alike: list[Passage], around: int) -> Cited:
    first, *others = alike
    report = lookup.report(first.words.report)
    account = lookup.accounts.get(first.account or "")
    voice = f", citing {_voice(lookup, first)}" if account and not account.voice.outlet else ""
    before, words, after = in_context(report.text, first.words, around)
    elsewhere = dict.fromkeys(_told(lookup, other) for other in others if other.words.report != first.words.report)
    day = day_words_of(account, report, None) if account else ""
    told = f"{_told(lookup, first)}{voice}"
    return Cited(told, before, words, after, day, "; ".join(elsewhere), first.words)


def _voice(lookup: Lookup, passage: Passage) -> str:
    """Whose words a passage is, where they are not the outlet's own."""
    voice = lookup.accounts[passage.account or ""].voice
    return ", ".join(part for part in (speaker(voice), through(voice.via)) if part)


def _told(lookup: Lookup, passage: Passage) -> str:
    report = lookup.report(passage.words.report)
    day = day_words(report.published) if report.published else "without a day"
    return f"{outlet(report)}, {day}"


def about_words(lookup: Lookup, question: Question) -> str:
    """What a question is about, in a few words: its entries, and the readings of a dispute."""
    named = " / ".join(dict.fromkeys(entry_label(lookup, entry) for entry in question.entries))
    if question.asked is not Asked.DISPUTE:
        return named
    return f"{named}: {' | '.join(value_words(side.value) for side in question.sides)}"
