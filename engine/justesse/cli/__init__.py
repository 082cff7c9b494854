"""The command line: one file a command, French for its users; the only place that prints. Computes nothing itself."""
