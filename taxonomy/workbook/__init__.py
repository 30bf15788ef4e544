"""A taxonomy source as a workbook (.xlsx) that a person edits, and back.

    sheets    which sheets there are, and which columns each has
    write     from a `Taxonomy` to the cells, and the file
    read      from the file to the cells, and every mistake of columns and places
    source    from the cells to the nodes of a source, which the reader of sources then checks

The workbook says what a source says and nothing else, so that the rules of sources hold for it, and their
messages name its cells.
"""
