"""Phrases: what a frame is about, cut at the borders that its sentence has there."""
