"""Who: who met whom, who takes part, offices, and where their pages lie."""
