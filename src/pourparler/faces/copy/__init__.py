"""The pages of a record as a folder of plain files, which opens without a server: from a stick, in an archive."""
