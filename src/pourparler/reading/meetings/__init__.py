"""Meetings: the passages of a report that tell of a contact between parties, held or not."""

from pourparler.reading.meetings.search import find_meetings

__all__ = ["find_meetings"]
