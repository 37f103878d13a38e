"""Options boards: which moves are open by the record, what is said of each, and what an analyst supposes of them.

Proposals and cells are computed from the record, every one with its entries; boards and hypotheses are a person's, kept
as judgements. Nothing here tells what anybody will do.
"""
