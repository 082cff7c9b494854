"""Lines of one function in LLVM's language: fresh names, labels, the rare case. Knows no node."""

_RARELY = "!prof !0"


class Lines:
    """What is written so far; each name is given once."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.names = 0

    def line(self, text: str) -> None:
        """One instruction."""
        self.lines.append("  " + text)

    def label(self, name: str) -> None:
        """Where one may come."""
        self.lines.append(name + ":")

    def fresh(self, letter: str) -> str:
        """A name that nothing else has in this function."""
        self.names += 1
        return f"{letter}.{self.names}"

    def set(self, operation: str) -> str:
        """A fresh name for what an operation gives."""
        name = "%" + self.fresh("t")
        self.line(f"{name} = {operation}")
        return name

    def go(self, label: str) -> None:
        """Go there."""
        self.line(f"br label %{label}")

    def unless(self, wrong: str, label: str) -> None:
        """Go on, but to the label in the rare case that something is wrong."""
        following = self.fresh("b")
        self.line(f"br i1 {wrong}, label %{label}, label %{following}, {_RARELY}")
        self.label(following)
