"""The nouns and the closed vocabularies; standard library only."""
