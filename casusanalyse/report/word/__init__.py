"""Fill a Word template, whatever it is about."""
