"""Of what the JSON of the pages is made: the shapes of the export, for the description of the API."""
