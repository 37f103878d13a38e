"""Charts of the record: rows become Vega specs, and these become safe SVG for the page and pictures for papers."""
