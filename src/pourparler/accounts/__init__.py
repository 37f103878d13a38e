"""A reading written down: who says what of which entry, every line with the words it rests on."""

from pourparler.accounts.writing import write

__all__ = ["write"]
