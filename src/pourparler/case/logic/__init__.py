"""What follows from what, and the smallest sets of moves that bring a goal about: plain logic, no word of a record."""
