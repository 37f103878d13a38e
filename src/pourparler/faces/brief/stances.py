"""Sentences on where each side stands and on what depends on what, always with who voiced it and in whose words."""

import re
from collections.abc import Iterable, Sequence

from pourparler.core.account import Account
from pourparler.core.entry import Condition, Position
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import Mode
from pourparler.faces.brief.footnotes import Footnotes
from pourparler.faces.brief.paper import Group, Item, Run, Sentence, Tone, say, strong
from pourparler.faces.brief.standing import ARTICLES, in_the_text, stand_words
from pourparler.faces.brief.vouching import vouched
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import the
from pourparler.faces.wording.quoting import quoted, upper_first, visible
from pourparler.faces.wording.voices import outlet, speaker, through

PUT_BEFORE = re.compile(r"^(?:holding off |an end to )?(?:(?:any|a|an|the|no|its|their) )?")
"""What the record may put before the words of a condition: of a threat what is held off, of a ban what may come."""

PRONOUNS = frozenset("it this that these those they them he him she her we us so both".split())
"""Words that tell of nothing by themselves."""

MOST_OF = 0.6
"""Share of an account that two phrases of it must be for its words not to follow them; set by hand."""

WORDS = 220
"""Most characters of a quotation within a sentence; its footnote has it whole."""


def position_groups(notes: Footnotes, positions: Sequence[Position]) -> tuple[Group, ...]:
    """Positions under the name of their party, in the order given."""
    groups = []
    for party in dict.fromkeys(position.party for position in positions if position.party):
        items = tuple(
            Item((_position(notes, one, party), *_movement(notes, one))) for one in positions if one.party == party
        )
        groups.append(Group(visible(party), items))
    return tuple(groups)


def _position(notes: Footnotes, position: Position, party: str) -> Sentence:
    """Russia rejects peacekeepers, according to its minister: his words, or the report's."""
    account = first_of(notes.lookup, position.accounts)
    stand = stand_words(notes.lookup, account, position.stance, position.issue)
    source, words = _source(notes.lookup, account, position.voiced_by)
    since = f" ({day_words(position.since)})" if position.since else ""
    cited = notes.cite([account.evidence[0], *position.evidence])
    return say(
        f"{upper_first(the(party))} ", strong(stand), f"{since}{source}: ", words, f"{vouched(position)}.", notes=cited
    )


def _movement(notes: Footnotes, position: Position) -> list[Sentence]:
    """What the party stood for on this issue before."""
    before = notes.lookup.things.get(position.moved_from or "")
    if not isinstance(before, Position):
        return []
    account = first_of(notes.lookup, before.accounts)
    stand = stand_words(notes.lookup, account, before.stance, before.issue)
    since = f" ({day_words(before.since)})" if before.since else ""
    cited = notes.cite([account.evidence[0], *before.evidence], most=1)
    return [say(f"Before that the record has: {stand}{since}.", notes=cited)]


def first_of(lookup: Lookup, accounts: Sequence[Account]) -> Account:
    """The account to quote: no near copy where there is another, the latest day, the place first in the text."""

    def order(account: Account) -> tuple[bool, int, str, int]:
        view = lookup.views[account.evidence[0].report]
        day = view.report.published
        return view.copies_of is not None, -day.toordinal() if day else 0, view.report.name, account.evidence[0].start

    return min(accounts, key=order)


def _source(lookup: Lookup, account: Account, voiced_by: str | None) -> tuple[str, Run]:
    """Whose word it is and whose wording follows, and the words themselves."""
    place = account.evidence[0]
    paper = outlet(lookup.report_of(account))
    words = Run(quoted(place.text, WORDS), Tone.QUOTE)
    if account.voice.outlet:
        behind = f", voiced by {the(voiced_by)}" if voiced_by else ""
        return f"{behind}, as {paper} reports in its own voice", words
    chain = f" {through(account.voice.via)}" if account.voice.via else ""
    behind = f", according to {_without_party(account)}{chain}"
    if said_directly(lookup, place):
        return f"{behind}, in the speaker's own words in {paper}", words
    return f"{behind}, in the wording of {paper}", words


def _without_party(account: Account) -> str:
    voice = account.voice
    return the(voice.speaker) if voice.speaker else speaker(voice)


def said_directly(lookup: Lookup, place: Evidence) -> bool:
    """True when these words stand inside a direct quotation that the record has as a statement."""
    return any(
        said.report == place.report and said.start <= place.start and place.end <= said.end
        for said in _direct(lookup, place.report)
    )


def _direct(lookup: Lookup, report: str) -> Iterable[Evidence]:
    for statement in lookup.said_in.get(report, ()):
        if statement.mode is Mode.DIRECT:
            yield from statement.content


def condition_sentence(notes: Footnotes, condition: Condition, holder: str | None) -> Sentence:
    """A ceasefire depends, for Ukraine, on security guarantees: who holds it, whose word it is, and the words.

    Where the record words it otherwise than the report, the sentence says that there is a condition and lets it speak.
    """
    lookup = notes.lookup
    account = first_of(lookup, condition.accounts)
    source, words = _source(lookup, account, condition.voiced_by)
    told: list[str | Run]
    if _stand_in(account, condition):
        blocked, required = (_fragment(lookup, account, phrase) for phrase in (condition.blocks, condition.requires))
        whom = f"For {the(holder)}, " if holder else ""
        told = [whom, strong(blocked if whom else upper_first(blocked)), " depends on ", strong(required)]
    else:
        told = [strong(f"{upper_first(the(holder))} sets a condition" if holder else "There is a condition")]
    cited = notes.cite([account.evidence[0], *condition.evidence])
    if _is_quoted(account, condition):
        teller = _teller(account, source, holder, "its" if condition.party else "their")
        return say(*told, f"{teller}{vouched(condition)}.", notes=cited)
    return say(*told, f"{source}: ", words, f"{vouched(condition)}.", notes=cited)


def _teller(account: Account, source: str, holder: str | None, its: str) -> str:
    """Whose word it is, where whose wording it is goes without saying: both phrases are quoted."""
    if account.voice.outlet:
        return source
    if holder is not None and account.voice.speaker == holder:
        return f", by {its} own account"
    chain = f" {through(account.voice.via)}" if account.voice.via else ""
    return f", according to {_without_party(account)}{chain}"


def tells_itself(lookup: Lookup, condition: str) -> bool:
    """True for a condition (by its id) whose sentence names what it blocks and what it requires."""
    thing = lookup.things[condition]
    return isinstance(thing, Condition) and _stand_in(first_of(lookup, thing.accounts), thing)


def _stand_in(account: Account, condition: Condition) -> bool:
    """True when an account has the words of what a condition blocks and of what it requires."""
    return all(_stands_in(account, phrase) for phrase in (condition.blocks, condition.requires))


def _is_quoted(account: Account, condition: Condition) -> bool:
    """True where both phrases are quoted, one after the other, and hold most of what the account says: its words would
    tell them again."""
    text = account.evidence[0].text.lower()
    blocked, required = condition.blocks.strip().lower(), condition.requires.strip().lower()
    if not _stand_in(account, condition) or blocked not in text or required not in text:
        return False
    return len(blocked) + len(required) >= MOST_OF * len(visible(text))


def _stands_in(account: Account, phrase: str) -> bool:
    """True when an account has the words of a phrase, but for what the record puts before them, and they tell of
    something by themselves."""
    bare = PUT_BEFORE.sub("", phrase.strip().lower())
    return bool(bare) and bare not in PRONOUNS and bare in account.evidence[0].text.lower()


def _fragment(lookup: Lookup, account: Account, phrase: str) -> str:
    """A phrase of a condition, in quotation marks where the account has these very words: they may be any fragment."""
    held = phrase.strip().lower() in account.evidence[0].text.lower()
    found, before = in_the_text(lookup, account, phrase)
    found = f"{before} {found}" if before in ARTICLES else found
    return quoted(found) if held else found
