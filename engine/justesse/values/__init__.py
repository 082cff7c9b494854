"""Exact values: states, units, calendar, rounding, moving values. Knows no syntax, no law, no wording."""
