"""What groups worked: filled in by week, confirmed by the inlener, taken along for invoices."""
