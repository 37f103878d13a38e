"""The whole record as JSON in the contract's shape, or as tables in CSV."""
