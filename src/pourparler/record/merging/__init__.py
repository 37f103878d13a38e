"""From accounts to entries: one module for each kind, pure functions, the same in any order of arrival."""
