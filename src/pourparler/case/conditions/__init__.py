"""What must come first: conditions as a graph, and questions to it that are answered with words of reports."""
