"""Answers about the negotiation as a system, in plain words with their places, and as values for programs."""
