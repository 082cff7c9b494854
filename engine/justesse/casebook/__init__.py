"""Cases written by hand, each with its origin: read, run against the program, compared exactly. Never updates a case."""
