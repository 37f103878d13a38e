"""Footnotes: numbered as they are first cited, one for each place in a report."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pourparler.core.account import Account
from pourparler.core.evidence import Evidence
from pourparler.core.reading import MeetingFrame
from pourparler.core.report import Report
from pourparler.faces.brief.paper import Footnote
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import is_dated, published_words
from pourparler.faces.wording.quoting import clip, quoted, visible
from pourparler.faces.wording.voices import outlet

MOST = 3
"""Most footnotes of one sentence; `pourparler explain` has the rest."""


class Footnotes:
    """Hands out footnote numbers and keeps what they stand for."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self._kept: dict[tuple[str, int, int], Footnote] = {}

    def cite(self, places: Iterable[Evidence], most: int = MOST) -> tuple[int, ...]:
        """Numbers for up to `most` of these places: one report after the other, near copies last."""
        return tuple(sorted(self._number(place, "") for place in spread(self.lookup, places)[:most]))

    def cite_accounts(self, accounts: Sequence[Account], most: int = MOST) -> tuple[int, ...]:
        """Numbers for the words of these accounts in the order given, each with how its day was read."""
        numbers = []
        for account in accounts[:most]:
            report = self.lookup.report_of(account)
            numbers.append(self._number(account.evidence[0], day_note(account, report)))
        return tuple(sorted(dict.fromkeys(numbers)))

    def all(self) -> tuple[Footnote, ...]:
        """All footnotes in the order of their numbers."""
        return tuple(self._kept.values())

    def _number(self, place: Evidence, day: str) -> int:
        key = (place.report, place.start, place.end)
        if key not in self._kept:
            report = self.lookup.report(place.report)
            self._kept[key] = Footnote(
                number=len(self._kept) + 1,
                outlet=outlet(report),
                published=published_words(report),
                words=quoted(place.text, 600),
                report=visible(report.name),
                url=report.url,
                day=day,
                start=place.start,
                end=place.end,
            )
        elif day and not self._kept[key].day:
            self._kept[key] = replace(self._kept[key], day=day)
        return self._kept[key].number


def day_note(account: Account, report: Report) -> str:
    """How the day of a meeting was read from these words; empty where they give none."""
    when = account.fields.when if isinstance(account.fields, MeetingFrame) else None
    if when is None or not when.said.strip() or not is_dated(when):
        return ""
    written = report.published is None or any(character.isdigit() for character in when.said)
    return f"Day read from ‘{clip(when.said, 80)}’{'' if written else ' and the day of the report'}."


def spread(lookup: Lookup, places: Iterable[Evidence]) -> list[Evidence]:
    """Places with one of each report first, then the second ones.

    What lies inside another place is left away, and so are the same words further down and near copies where there is
    anything else.
    """
    ordered = lookup.in_order(places)
    ordered = [place for place in ordered if not lookup.views[place.report].copies_of] or ordered
    once = {(place.report, place.text): place for place in reversed(ordered)}
    ordered = [place for place in ordered if once[place.report, place.text] is place]
    whole = [place for place in ordered if not any(_inside(place, other) for other in ordered)]
    rank: dict[str, int] = {}
    ranks = []
    for place in whole:
        rank[place.report] = rank.get(place.report, 0) + 1
        ranks.append(rank[place.report])
    return [place for _, _, place in sorted(zip(ranks, range(len(whole)), whole, strict=True), key=lambda row: row[:2])]


def _inside(place: Evidence, other: Evidence) -> bool:
    """True when `place` lies inside a longer `other` of the same report."""
    if place.report != other.report or place == other:
        return False
    return other.start <= place.start and place.end <= other.end
