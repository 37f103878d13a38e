"""The numbered steps of the schema, one SQL file each; a step that was released is never edited."""
