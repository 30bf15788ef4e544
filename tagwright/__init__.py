"""Tag the figures of a report with XBRL concepts, write the filing, and have Arelle validate it."""
