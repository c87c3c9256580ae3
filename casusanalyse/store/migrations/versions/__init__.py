"""One file per schema version, named after its revision."""
