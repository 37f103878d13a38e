"""The negotiation as a system: what waits for what, who agrees with whom, what a move would change."""
