"""Instruments: documents and arrangements with a life of their own, and the states that a report tells of them."""

from pourparler.reading.instruments.finding import find_instruments

__all__ = ["find_instruments"]
