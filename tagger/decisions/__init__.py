"""A person's word: found again by sentence, applied and proved anew."""
