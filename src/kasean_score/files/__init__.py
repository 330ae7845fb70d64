"""Text to model: strict reading of YAML and JSON, with the line and column of every value."""
