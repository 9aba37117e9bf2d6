"""Tables that go out: as files to read, or as templates to fill in."""
