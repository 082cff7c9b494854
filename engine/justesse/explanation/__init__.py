"""What a decision rests on, said in French from its trace alone: nothing is computed again."""
