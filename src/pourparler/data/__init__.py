"""Data files of general knowledge, read through importlib.resources; SOURCES.md says where each comes from."""
