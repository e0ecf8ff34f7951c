"""Pure sums about offers."""
