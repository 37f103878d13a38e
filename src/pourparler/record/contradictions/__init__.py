"""Contradictions: where two reports, or two voices in one, cannot both be right about an entry."""
