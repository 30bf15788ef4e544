"""A taxonomy to read, to search and to send to colleagues: `index.html`, one file that needs nothing else.

`payload` turns the taxonomy into what the page holds, `page` puts it into `template.html` with the style and the
scripts. The words of the interface are data: one file a language in `texts/`.
"""

from taxonomy.site.page import write_site

__all__ = ["write_site"]
