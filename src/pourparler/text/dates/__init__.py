"""Dates and times of English news: found, resolved to days, with the direction and the origin of each."""

from pourparler.text.dates.asked import days_of
from pourparler.text.dates.find import find_times

__all__ = ["days_of", "find_times"]
