"""Routes: all that one deelnemer (or people who stay together) does over the blocks, chosen as a whole."""
