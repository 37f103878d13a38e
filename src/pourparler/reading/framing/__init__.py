"""Frames that the trained heads see, checked against the text by rules and joined to those that rules find."""
