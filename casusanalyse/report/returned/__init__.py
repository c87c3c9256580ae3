"""The draft as a reader sends it back: opened with care, and read for what changed."""
