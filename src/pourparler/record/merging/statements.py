"""Statements: one entry for every attribution; near copies of one report tell of one statement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pourparler.core.account import Account
from pourparler.core.entry import Statement
from pourparler.core.evidence import Evidence
from pourparler.core.ids import content_id
from pourparler.core.reading import Attribution
from pourparler.record.merging.background import Background
from pourparler.record.merging.grouping import Apart, Grouped

Key = tuple[str, str | None, str]


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution; those of one statement have equal keys: the chain of copies of the report, the speaker, the
    words."""

    account: Account
    key: Key

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The one account that it was made of."""
        return (self.account,)


def parts_of(accounts: Iterable[Account], background: Background) -> list[Said]:
    """The attributions, in the order of the reports."""
    return [Said(account, _key(account, background)) for account in background.sorted(accounts)]


def marks(said: Said) -> Iterator[Key]:
    """Under what an attribution is looked up."""
    yield said.key


def near(one: Said, other: Said) -> bool:
    """True for equal words of two reports; what one report has twice is two statements."""
    return one.account.report != other.account.report


def group(parts: Sequence[Said], _: Apart) -> Grouped[Said]:
    """The attributions by statement: apart, but for equal words of one speaker in near copies of one text."""
    groups: list[list[Said]] = []
    open_groups: dict[Key, list[list[Said]]] = defaultdict(list)
    for said in parts:
        group = next((each for each in open_groups[said.key] if all(near(said, other) for other in each)), None)
        if group is None:
            group = []
            groups.append(group)
            open_groups[said.key].append(group)
        group.append(said)
    return Grouped(groups)


def _key(account: Account, background: Background) -> Key:
    words = " ".join(" ".join(evidence.text.split()).casefold() for evidence in account.evidence)
    speaker = speaker_of(account, background)
    return background.copies.text[account.report], speaker, words.translate(_QUOTES)


_QUOTES = str.maketrans("“”„«»‘’", '"""""' + "''")


def make_statement(accounts: list[Account], background: Background) -> Statement:
    """The statement of one group of accounts; the earliest report is the one it is cited from."""
    first = accounts[0]
    said = fields_of(first)
    speaker = speaker_of(first, background)
    party = background.actors.name_of(said.party) if said.party else background.actors.party_of(speaker)
    return Statement(
        id=content_id("s", first.id),
        report=background.reports[first.report].name,
        speaker=speaker,
        anonymous=said.anonymous,
        party=party,
        mode=said.mode,
        act=said.act,
        content=first.evidence,
        source=_word(first, "source", background),
        cue=_word(first, "cue", background),
        said_on=said.said_on,
        via=said.via,
        to=background.actors.name_of(said.to) if said.to else None,
        counts=background.counts(accounts),
        accounts=tuple(accounts),
        hedge=_word(first, "hedge", background),
        negative=said.negative,
        venue=_word(first, "venue", background),
    )


def speaker_of(account: Account, background: Background) -> str | None:
    """The canonical name of a speaker; one called by title alone is its only holder on that day, as reports tell."""
    said = fields_of(account)
    if said.speaker:
        return background.actors.name_of(said.speaker)
    if not said.office:
        return None
    if not said.party:
        return background.actors.only_holder(said.office, account.report)
    return background.actors.holder_of(said.office, said.party, background.reports[account.report].published)


def fields_of(account: Account) -> Attribution:
    """The fields of an account of a statement."""
    assert isinstance(account.fields, Attribution)
    return account.fields


def _word(account: Account, field: str, background: Background) -> Evidence | None:
    found = background.support((account,), field)
    return found[0] if found else None
