"""Who was there: one voice has somebody at a meeting, another says that he stayed away."""

import re
from collections.abc import Iterator

from pourparler.core.entry import Meeting
from pourparler.record.contradictions.passages import Passages
from pourparler.record.contradictions.sides import Told, teller_of, told_apart, told_by
from pourparler.record.merging.background import Background
from pourparler.record.merging.glimpse import MET, fields_of

_AWAY = re.compile(
    r"\b(?:(?:did not|didn[’']t|never) (?:attend|take part|show up|join|travel|come)|"
    r"(?:was|were) (?:not|n[’']t) (?:present|there|in the room|among (?:them|those)|at the (?:table|meeting|talks))|"
    r"(?:was|were) absent|stayed away|skipped (?:the|this))\b"
)


def kept_away(passages: Passages, background: Background) -> Iterator[tuple[Meeting, str, Told]]:
    """Both sides on everybody who one voice says was not at a meeting held, and another names there."""
    for passage, match in passages.found(_AWAY):
        who = passages.actor(passage, match.start())
        if who is None or passage.denied:
            continue
        met = passages.meetings.nearest(passage, lambda each: True)
        if met is None:
            continue
        mine = passages.told(f"without {who}", passage)
        name = background.actors.name_of
        present = [
            account
            for account in met.accounts
            if fields_of(account).status in MET
            and who in {name(each) for each in (*fields_of(account).people, *fields_of(account).parties)}
            and told_apart(teller_of(account, background), mine.teller)
        ]
        if present:
            yield met, who, mine
            for account in present:
                yield met, who, told_by(f"{who} took part", account, "people", background)
