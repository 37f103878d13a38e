"""Deciding, whatever the face: answers kept, sides told apart, corrections read, acts in plain values."""
