"""Networks over time: who met whom, and who agrees and disagrees with whom on what."""
