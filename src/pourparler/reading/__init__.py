"""From a report to a reading: the rule reader that always works, behind the seam `Reader`."""
