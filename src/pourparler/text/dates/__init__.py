"""Dates and times of English news: found, resolved to days, with the direction and the origin of each."""

from pourparler.text.dates.find import find_times

__all__ = ["find_times"]
