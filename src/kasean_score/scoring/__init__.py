"""Pure arithmetic on the model: no files, no formats, no globals."""
