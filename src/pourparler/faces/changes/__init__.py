"""What changed in a record, for people to read, for programs, and as a feed."""
