"""The same population under two folders of rules: what it costs, who gains, who loses. Decides nothing: `batch` does."""
