"""Pages of the site read from the rules and the casebook: each module makes the text of some pages, and computes no law."""
