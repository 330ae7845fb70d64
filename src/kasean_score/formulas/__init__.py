"""Spreadsheet formulas that compute what `scoring.evaluate` computes, cell by cell.

A formula is text in the language of .xlsx files: English names, a comma between arguments, a point in numbers, whatever
the reader's locale; only functions that Excel 2010 and LibreOffice share. Where the cells stand is the caller's choice:
a form to fill in and a report can both use this. In a column of figures an empty text means that there is none, as with
None in a scorecard; sums, minima and counts of a range pass over it.
"""
