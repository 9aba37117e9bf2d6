"""Plans, the voorstellen they name, and what people decide about them."""
