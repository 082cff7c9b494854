"""The picture of a case: an outline made from the decision (`outline`), then drawn (`svg`) or told (`text`)."""
