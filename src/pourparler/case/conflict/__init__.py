"""The Graph Model for Conflict Resolution: who can move where, and which states no party has a reason to leave.

By public statements and an analyst's named hypotheses alone: it says what follows from them, never what will happen.
"""
