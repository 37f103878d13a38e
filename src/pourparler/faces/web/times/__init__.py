"""What happened when: days, months, what is new, what comes next, how far reading has come."""
