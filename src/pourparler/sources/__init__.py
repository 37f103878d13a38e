"""The outside world as bytes with a place of origin: files and folders, pages, mails, rows of JSONL and CSV."""

from pourparler.sources.files import open_source
from pourparler.sources.item import Fault, Found, Given, Item, LeftOut, Limits, Media, Source

__all__ = ["Fault", "Found", "Given", "Item", "LeftOut", "Limits", "Media", "Source", "open_source"]
