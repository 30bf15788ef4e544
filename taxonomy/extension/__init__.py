"""An extension: a source that imports somebody else's taxonomy and adds to it.

read      the source: its own elements, words and members for the base's, anchors
compile   its package, which imports the base
load      the extension and its base together, as Arelle reads them
"""
