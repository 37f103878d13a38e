"""Duplicates: what one actor says of one concept in one sense counts once for each document, week, month, year or
range, by the rules of the Discourse Network Analyzer (rDNA, `dna_network`, argument `duplicates`)."""

from dataclasses import replace
from enum import StrEnum

from pourparler.case.networks.referrals import Referral, Referrals


class Duplicates(StrEnum):
    """Within what the same referral counts only once. Weeks, months and years are of the calendar; a week begins on
    Monday."""

    ALL = "count all"
    DOCUMENT = "once per document"
    WEEK = "once per week"
    MONTH = "once per month"
    YEAR = "once per year"
    RANGE = "once across the range"


def once(referrals: Referrals, rule: Duplicates) -> Referrals:
    """The referrals with each kept once within what the rule says: the first of them, which remembers the others.

    Of reports without a day nobody knows the week: they count once per document under the rules that need a day.
    """
    if rule is Duplicates.ALL:
        return referrals
    same: dict[tuple[object, ...], list[Referral]] = {}
    for one in referrals.kept:
        same.setdefault((one.actor, one.concept, one.agreement, *_place(one, rule)), []).append(one)
    kept = {}
    for first, *more in same.values():
        kept[id(first)] = replace(first, repeated=(*first.repeated, *more)) if more else first
    return replace(referrals, kept=tuple(kept[id(one)] for one in referrals.kept if id(one) in kept))


def _place(referral: Referral, rule: Duplicates) -> tuple[object, ...]:
    if rule is Duplicates.RANGE:
        return ()
    day = referral.day
    if rule is Duplicates.DOCUMENT or day is None:
        return ("document", referral.account.report)
    if rule is Duplicates.WEEK:
        return day.isocalendar()[:2]
    return (day.year, day.month) if rule is Duplicates.MONTH else (day.year,)
