"""Letters and calendar entries as files, and the mail server of a region."""
