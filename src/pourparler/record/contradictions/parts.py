"""Parts of a meeting or an instrument that one voice denies and another tells: an agenda, an outcome, a term, a guest.

A reader marks what is denied of an entry (`denied`); here it meets what others tell of the same entry.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from pourparler.core.account import Account
from pourparler.core.entry import Instrument, Meeting
from pourparler.core.evidence import Evidence
from pourparler.core.reading import InstrumentFrame, MeetingFrame
from pourparler.core.vocabulary import InstrumentStatus, MeetingStatus
from pourparler.record.contradictions.instruments import SETTLED
from pourparler.record.contradictions.sides import Teller, Told, teller_of, told_apart
from pourparler.record.merging.background import Background
from pourparler.record.merging.glimpse import days_of
from pourparler.record.merging.wording import VAGUE, content_words, stems

PARTS = ("agenda", "outcome", "terms")
"""Fields whose words stand in the account's support."""

FRESH = timedelta(days=14)
"""Days between reports within which a denial answers what another report tells."""

_OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.POSTPONED})
_NUMBER = re.compile(r"\d|\b(?:number|figure)s?\b")


def denied_parts(entry: Meeting | Instrument, background: Background) -> Iterator[tuple[str, Told]]:
    """Both sides of each denial of a part, with its field.

    What is denied is looked for in what other voices tell: by words in common; by what such a denial is commonly of
    (calling off, agreeing, inviting, walking out); else it answers what the same report tells just before it.
    """
    for account in entry.accounts:
        words = background.support((account,), "denied")
        if not words:
            continue
        mine = teller_of(account, background)
        others = [
            other
            for other in entry.accounts
            if _is_told_by_another(other, mine, background) and not _is_news(other, account, background)
        ]
        field, against = _against(account, words, others, background)
        if against:
            value = "denied: " + "; ".join(each.text for each in words)
            yield field, Told(value, tuple(dict.fromkeys((*words, *account.evidence))), mine, denies=True)
            for other in against:
                cited = background.support((other,), field) or other.evidence
                yield field, Told(cited[0].text, cited, teller_of(other, background))


def _is_told_by_another(other: Account, mine: Teller, background: Background) -> bool:
    """True for what another voice tells without denying anything of it."""
    denies = any(support.field == "denied" for support in other.support)
    return not denies and told_apart(mine, teller_of(other, background))


def _is_news(other: Account, denial: Account, background: Background) -> bool:
    """True for what is told on a later day than its denial, and may have come about since.

    It is no news of a meeting that was over, or an instrument that was settled, when it was denied.
    """
    mine, theirs = background.published(denial), background.published(other)
    if mine is None or theirs is None or theirs <= mine or _is_over(denial):
        return False
    fields = other.fields
    if isinstance(fields, InstrumentFrame):
        return fields.on is None or fields.on > mine
    days = days_of(fields, theirs) if isinstance(fields, MeetingFrame) else None
    return not _is_over(other) or days is None or days[1] > mine


def _is_over(account: Account) -> bool:
    fields = account.fields
    if isinstance(fields, InstrumentFrame):
        return fields.status in SETTLED
    return isinstance(fields, MeetingFrame) and fields.status is MeetingStatus.HELD


def _against(
    account: Account, words: Sequence[Evidence], others: Sequence[Account], background: Background
) -> tuple[str, list[Account]]:
    """The field that is denied, and the accounts that tell it."""
    topics = _topics(words)
    best, field, against = 0, "", list[Account]()
    for name in PARTS:
        for other in others:
            shared = len(topics & _topics(background.support((other,), name)))
            if shared > best:
                best, field, against = shared, name, [other]
            elif shared == best > 0 and field == name:
                against.append(other)
    if against:
        return field, against
    said = " ".join(each.text for each in (*words, *account.evidence))
    for name, pattern, tells in _COMMON:
        against = [other for other in others if tells(other) and _is_fresh(other, account, background)]
        against = against if pattern.search(said) else []
        if against:
            return name, against
    here = [other for other in others if other.report == account.report]
    alike = [other for other in here if topics & _topics(other.evidence)]
    spoken = [other for other in here if not other.voice.outlet]
    before = [other for other in here if other.evidence[0].start < account.evidence[0].start]
    field = "terms" if isinstance(account.fields, InstrumentFrame) else "status"
    return field, list(dict.fromkeys((*alike, *spoken))) or before[-1:] or here[:1]


def _is_fresh(other: Account, denial: Account, background: Background) -> bool:
    """True when a thing was told not long before its denial, or after it."""
    mine, theirs = background.published(denial), background.published(other)
    return mine is None or theirs is None or abs(mine - theirs) <= FRESH


def _topics(words: Sequence[Evidence]) -> frozenset[str]:
    """The stems of the telling words; `numbers` stands for any number."""
    found = frozenset[str]().union(*(stems(content_words(each.text) - VAGUE) for each in words))
    return found | ({"number"} if any(_NUMBER.search(each.text) for each in words) else frozenset())


def _is_off(account: Account) -> bool:
    return isinstance(account.fields, MeetingFrame) and account.fields.status in _OFF


def _is_settled(account: Account) -> bool:
    settled = SETTLED | {InstrumentStatus.FRAMEWORK_AGREED, InstrumentStatus.TO_BE_SIGNED}
    return isinstance(account.fields, InstrumentFrame) and account.fields.status in settled


def _tells_guests(account: Account) -> bool:
    fields = account.fields
    return isinstance(fields, MeetingFrame) and bool(fields.excluded or fields.invited)


def _tells_absent(account: Account) -> bool:
    return isinstance(account.fields, MeetingFrame) and bool(account.fields.absent)


_NOTHING = re.compile(
    r"\b(?:agreed|signed|reached|initialled|concluded)\b|"
    r"\b(?:no|any|such) (?:\w+ ){0,2}?(?:paper|text|deal|agreement|accord|document)\b",
    re.I,
)

_COMMON: tuple[tuple[str, re.Pattern[str], Callable[[Account], bool]], ...] = (
    ("status", re.compile(r"\b(?:cancel|call(?:ed|ing)? (?:it |them )?off|postpon|put off)", re.I), _is_off),
    ("excluded", re.compile(r"\b(?:invit|exclud|(?:shut|kept|left) out|bar(?:red|ring))", re.I), _tells_guests),
    ("people", re.compile(r"\b(?:walk(?:ed|ing)? (?:out|away)|left|stay(?:ed)? away|attend)", re.I), _tells_absent),
    ("status", _NOTHING, _is_settled),
)
"""What is denied in these words, whatever words tell it."""
