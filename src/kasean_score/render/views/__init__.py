"""Documents to sheets, one view a document: what is said of it in words, before there is a format."""
