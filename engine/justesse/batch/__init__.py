"""Dossiers by the million, table in, table out: what is deep in columns is decided in columns, the rest one by one.

The only part of the engine that knows Arrow; the extra `lot` brings it. Prints nothing.
"""
