"""The words: the text of a report with its marks, what a report tells, and search."""
