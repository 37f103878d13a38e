"""Plain facts of a report's text: cleaning, not-news spans, publication day, sentences, dates, language, fingerprints."""
