"""From the text of a rule file to a tree of statements, and back. Knows words and sentences, not types or values."""
