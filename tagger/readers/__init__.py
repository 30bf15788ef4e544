"""From the bytes of a format to blocks, tables and places."""
