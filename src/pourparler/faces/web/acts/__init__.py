"""What changes something: forms and what they go through, the review, reading again, and what was seen."""
