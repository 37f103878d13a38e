"""The record as a calendar to subscribe to: meetings and deadlines as iCalendar (RFC 5545)."""
