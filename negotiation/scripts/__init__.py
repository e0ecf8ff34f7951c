"""The words: letters as plain-text templates, filled from the plan, with gaps where it is silent."""
