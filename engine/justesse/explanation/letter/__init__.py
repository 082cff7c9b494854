"""A letter to the person a decision is about: its outline, its wording in a language, its page and its print."""
