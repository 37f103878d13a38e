"""The codebook: what every noun and every value of the vocabularies means."""
