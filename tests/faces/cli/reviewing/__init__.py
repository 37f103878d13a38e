"""Tests of the review at a terminal."""
