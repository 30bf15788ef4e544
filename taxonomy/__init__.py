"""What may be reported: a taxonomy from one readable source to a package that every XBRL processor accepts.

    source (YAML) ──source──▶ Taxonomy ──compile──▶ package (zip) ──package──▶ the equal Taxonomy

`load` gets a taxonomy from any of the three forms (shipped name, source, package), `check` has Arelle
validate it, `show` prints it. `model` is what everything after this package works on.

Nothing here knows about texts or filings; Arelle is imported in `foreign` alone, and only when it is called.
"""
