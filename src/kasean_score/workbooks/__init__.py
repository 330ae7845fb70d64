"""What forms to fill in and reports have in common as workbooks: text in cells, heights of rows, bytes without a clock."""
