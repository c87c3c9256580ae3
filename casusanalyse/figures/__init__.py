"""Pictures of a case, drawn once for screen, Word and paper."""
