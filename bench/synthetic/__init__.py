"""Synthetic negotiations with known truth: what happens is settled first, then a press reports it, well and badly.

`press.tell(Plan(...))` gives one report after the other, each with its perfect reading, its accounts, and for every
account the true entry that it is of. Seeded, streaming, without a clock.

Varied: wordings by outlet; names (full, surname, title, initials, unnamed); days (exact, week, month, none); places
(city, country, none); sides told (all, one); voices; near copies of agency texts; meetings that are planned, put off,
called off, denied, held over days; meetings, papers and stances that look alike and are not one; wrong places and days.

Not varied: reading is perfect; wordings of one thing share a telling word; no pronouns across sentences but "the
talks"; nothing that takes knowledge of the world but which city lies in which state; no entry is part of another; one
language. A report never leaves two meetings that its words could be of. More in docs/scale.md.
"""
