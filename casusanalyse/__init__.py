"""Guide a regional expertise team through a retrospective case analysis."""
