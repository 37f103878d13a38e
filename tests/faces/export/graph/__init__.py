"""Tests of the network of who met whom."""
