"""What the sides negotiate about: the issues of a record, who stands where on each, and how each stands."""
