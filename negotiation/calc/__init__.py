"""Pure sums about two sides."""
