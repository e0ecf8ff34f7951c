"""Benchmarks that print ratios: each page or save against the least the same server can do."""
