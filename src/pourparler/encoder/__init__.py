"""The trained encoder: words of a report to vectors, and the heads that read tags, clauses, voices and mentions off."""
