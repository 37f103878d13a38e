"""The review in a terminal: keys, screen, and the conversation between them."""
