"""Issues as pages show them: found by id or phrase, why each stands as it does, who stands where in whose voice."""
