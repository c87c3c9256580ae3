"""Every Dutch word the product can say, kept as data in nl/."""
