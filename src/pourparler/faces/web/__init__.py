"""The record as pages in a browser: rendered here, offline, for reading without JavaScript."""
