"""When each deelnemer is where: a group rotates over companies, block by block."""
