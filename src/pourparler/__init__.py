"""Pourparler keeps the record of a negotiation from the press that covers it."""

__version__ = "0.1.0"
