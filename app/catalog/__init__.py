"""A shop's own catalogue: from a file to the tables, and what is derived from it."""
