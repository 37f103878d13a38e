"""Synthetic negotiations with known truth."""
