"""What a page that needs nothing else is made of: its frame, its tables, its bars, figures as a French reader writes them."""
