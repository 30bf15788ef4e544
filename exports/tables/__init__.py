"""Tables for people and analysts: the facts of a report as rows, each with the sentence it came from.

Spreadsheets, Parquet files and databases are written from one row model; what they need is the extra
`tables`, imported only where such a table is asked for.
"""
