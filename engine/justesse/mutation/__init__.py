"""Rules made wrong on purpose, one small mistake at a time: the casebook alone must notice. Knows no rule and no law."""
