"""Tables that go in and out as files: what a column is called, takes and means, said once."""
