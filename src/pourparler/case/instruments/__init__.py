"""Instruments as state machines: which step follows which, what each asks for, and who says that it was taken."""
