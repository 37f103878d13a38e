"""The collector rests while a record is made, and runs again afterwards, whatever happens."""

import gc

import pytest

from pourparler.record.collecting import at_rest


def test_the_collector_rests_and_runs_again() -> None:
    assert gc.isenabled()
    with at_rest():
        assert not gc.isenabled()
        with at_rest():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_runs_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), at_rest():
        raise ValueError("broken")
    assert gc.isenabled()
