"""The annotated corpus: its markup read and written, checked, counted and given out as rows with offsets."""
