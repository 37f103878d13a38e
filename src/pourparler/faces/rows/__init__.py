"""Entries as rows: where each stands in time, which a filter keeps, and what a table shows of it."""
