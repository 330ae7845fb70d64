"""The report as one page of HTML that needs nothing else: drawn from the document by the templates in `assets/`."""
