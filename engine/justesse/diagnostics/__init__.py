"""What is told to a person about a mistake: where, what, why, how to repair it; decides nothing."""
