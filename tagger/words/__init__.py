"""What a language says: its words, its phrases of time, and the cover of a text by words and terms."""
