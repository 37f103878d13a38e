"""The bench of pages, over a small record: every address answers and is measured."""

from bench import pages


def test_a_small_record_is_measured() -> None:
    found = pages.measure(400)
    assert found.reports >= 40
    assert {one.path.split("?")[0] for one in found.asked} >= set(pages.BARRED)
    assert all(one.size > 500 and 0 < one.median <= one.worst for one in found.asked)
    assert "first byte" in pages.report(found)
