"""Boards as pages show them: what a snapshot tells of options, boards as they stand now, and verdicts, kept."""
