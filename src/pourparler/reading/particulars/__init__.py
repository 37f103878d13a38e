"""What frames leave open and their words plainly say: channel, hosts, wording, hedge, deadline, trigger, links."""

from pourparler.reading.particulars.whole import particulars

__all__ = ["particulars"]
