"""What can be read off a case: figures, positions, the network. Speaks no Dutch."""
