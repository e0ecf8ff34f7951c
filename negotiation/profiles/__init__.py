"""The candidate: account or guest, and the doors in."""
