"""Positions: one stance of one party on one issue, as a report tells it."""

from pourparler.reading.positions.finding import find_positions

__all__ = ["find_positions"]
