"""The brief: the state of play in sentences, every one with its footnotes, as Markdown, a page, or plain text."""
