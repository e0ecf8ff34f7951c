"""A job advertisement read line by line, by plain rules: no framework, no store, no guessing behind one's back."""
