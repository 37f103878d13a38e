"""The review: what to ask a person about the record, why, and in which order."""
