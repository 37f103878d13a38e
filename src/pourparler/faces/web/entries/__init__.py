"""Entries on a page: one line, one page, their fields with readings, what stands beside them, how they moved."""
