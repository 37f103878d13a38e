"""Tests of the brief: what it takes, how it is numbered, and the papers it is set on."""
