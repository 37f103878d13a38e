"""The record: what is stored, and what is computed from it."""
