"""Training of the reader: data, network, losses, the run itself and the export. Never imported by the package."""
