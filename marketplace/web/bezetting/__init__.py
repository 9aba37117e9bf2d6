"""The pages that show the weeks of a praktijkopleider and of a plek."""
