"""The pages: one folder per room holding its pages, forms and templates; the frame they stand in lies beside them."""
