"""A pasted offer letter, read into terms that its reader ticks or drops."""
