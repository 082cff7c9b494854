"""Our decisions beside those of another system: what differs, on which days, who was found right. Decides nothing."""
