"""Short paragraphs with gold, on when a figure was and on what it is of."""
