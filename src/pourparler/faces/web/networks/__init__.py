"""Networks in the browser: what may be chosen, what is drawn, and the words behind an edge."""
