"""Facts in, values and their trace out. No wording, no files, no clock, no law."""
