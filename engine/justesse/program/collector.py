"""The garbage collector, out of the way while many objects that last are made. Knows none of them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """No garbage collection meanwhile: the thousands of small objects of a program or of a trace live as long as it does.

    They then join the old ones, whose next collection will look at them, rather than be looked at here one by one: nothing
    in a decision refers back to it, so counting references frees it. What others froze stays as they left it.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running and not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        if running:
            gc.enable()
