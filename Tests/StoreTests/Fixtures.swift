// A store in a directory of its own, and rows to put into it.
