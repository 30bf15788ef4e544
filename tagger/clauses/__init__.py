"""What a clause says of a figure, with no knowledge of any taxonomy."""
