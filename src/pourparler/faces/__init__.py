"""Faces show and never decide: the command line, the pages, the brief and the exports."""
