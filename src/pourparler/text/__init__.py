"""Plain facts of a report's text: cleaning, what is no news, its day, sentences, dates, language, fingerprints."""
