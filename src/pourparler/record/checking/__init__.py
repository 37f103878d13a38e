"""The rules that a record keeps to, by what they are about."""
