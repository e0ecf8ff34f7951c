"""Starting, stopping and killing what `make run` runs."""
