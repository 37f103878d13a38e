"""Who met whom as a network: its nodes and edges, and the files that graph programs open."""
