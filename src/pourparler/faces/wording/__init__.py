"""Words that every face shares: days, names, quotations, counts and whose voice something is in."""
