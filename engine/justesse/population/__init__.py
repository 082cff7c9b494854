"""A population that does not exist, drawn from laws that the rules folder declares with their sources. Decides nothing."""
