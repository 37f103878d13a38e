"""The pages in a real browser: seen, walked by keyboard, printed, and heard by a checker of accessibility."""
