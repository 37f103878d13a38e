"""Scores and speeds with pinned floors, and side-by-side runs; never imported by the package."""
