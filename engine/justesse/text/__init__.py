"""Texts, places in them, and YAML that remembers its places; knows no language and no rule."""
