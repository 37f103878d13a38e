"""What can go wrong, said so that a person knows what to do next."""


class PourparlerError(Exception):
    """Base of every error of the project: what happened, to what, and what to do next."""

    def __init__(self, what: str, todo: str = "") -> None:
        self.what = what
        self.todo = todo
        super().__init__(f"{what} {todo}".strip())


class InputError(PourparlerError):
    """An input (a file, a folder, a value) that cannot be used."""


class ReportError(PourparlerError):
    """One report that cannot be read; others go on. `stage` is the step that failed."""

    def __init__(self, stage: str, what: str, todo: str = "") -> None:
        self.stage = stage
        super().__init__(what, todo)


class RecordError(PourparlerError):
    """A record file that is missing, busy, newer than this program, or no record at all."""


class RecordBusyError(RecordError):
    """A record that another program writes to now: what was to be written was not kept."""


class EvidenceError(PourparlerError):
    """Evidence whose words do not stand at its place in the report."""


class UnknownEntryError(PourparlerError):
    """An id that names nothing in the record."""
