"""The page to look at: `report.html`, one file that shows what was read in a document and why.

`markup` sets the text with its figures, `payload` gives the data behind each figure, `series` the levels with
their history, `overview` the counts; `page` puts them into `template.html` with `page.css` and the scripts.
The words of the interface are data: one file a language in `texts/`.
"""

from exports.page.page import FileVerdict, write_page

__all__ = ["FileVerdict", "write_page"]
