"""Chains of events over the reports of ECB+: which mentions, in whichever reports, tell of one event."""
