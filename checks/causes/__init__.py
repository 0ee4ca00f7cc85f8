"""One pure function per cause: evidence in, an explanation or None out."""
