"""Conditions: what a report ties to something else that must come first."""

from pourparler.reading.conditions.finding import find_conditions

__all__ = ["find_conditions"]
