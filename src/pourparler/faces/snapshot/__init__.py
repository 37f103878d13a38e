"""The record as of a day, written down so that pages ask it by SQL instead of merging: derived, deletable any time."""
