"""Which law the casebook exercises: branches of sentences, and pairs of observations for each atom of a condition (MC/DC)."""
