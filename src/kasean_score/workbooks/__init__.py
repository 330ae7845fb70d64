"""What forms to fill in and reports share as workbooks: text in cells, heights of rows, no clock in the bytes."""

import os

# Where lxml happens to be installed openpyxl would use it: other bytes, other errors, another parser to trust.
os.environ.setdefault("OPENPYXL_LXML", "False")
