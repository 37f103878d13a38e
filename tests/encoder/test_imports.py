"""What is imported when: no torch and nothing of training ever, nothing heavy before a report is read."""

import subprocess
import sys

HEAVY = ("numpy", "onnxruntime", "tokenizers", "threadpoolctl", "torch", "transformers", "training")

HELP = "from pourparler.faces.cli.app import main; main(['--help'])"
RECORD = "import pourparler.pipeline, pourparler.record.store, pourparler.core.reading"
RULES = """
from pourparler.core.report import Report
from pourparler.reading.rules import RuleReader
RuleReader().read(Report("r", "r.txt", "The union said no.", language="en"))
"""
TRAINED = """
from pourparler.core.report import Report
from pourparler.reading.trained import TrainedReader
TrainedReader().read(Report("r", "r.txt", "The union said no.", language="en"))
"""


def imported(program: str) -> set[str]:
    """Which of `HEAVY` a fresh Python has imported after it ran `program`."""
    asked = f"{program}\nimport sys\nprint('\\n>', *[name for name in {HEAVY} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, timeout=120)
    return set(ran.stdout.rsplit(">", 1)[1].split())


def test_help_imports_nothing_heavy() -> None:
    assert imported(HELP) == set()


def test_the_pipeline_imports_nothing_heavy() -> None:
    assert not imported(RECORD) & {"onnxruntime", "tokenizers", "torch", "transformers", "training"}


def test_the_rule_reader_needs_no_encoder() -> None:
    assert not imported(RULES) & {"onnxruntime", "tokenizers", "torch", "transformers", "training"}


def test_the_trained_reader_needs_no_torch() -> None:
    assert imported(TRAINED) == {"numpy", "onnxruntime", "tokenizers", "threadpoolctl"}
