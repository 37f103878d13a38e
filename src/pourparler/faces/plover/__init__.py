"""The record as event data: rows in the fields and codes of PLOVER, with the CAMEO code beside each."""
