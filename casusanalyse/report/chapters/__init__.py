"""What the report says about a case, chapter by chapter, as values for the template."""
