"""Rules compiled to a kernel: the same core, the same values, no trace. Whoever wants to know why asks evaluation.

A kernel is a text in a strict subset of Python: whole numbers, arrays of them, functions, `if` and `while`. It runs as it
is, with numbers without limit; printers may turn the same text into something faster. What it does not decide (a fact
that is unknown, a value to judge, two sentences that conflict) it leaves to evaluation, and says why.
"""
