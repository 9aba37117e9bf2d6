"""The pages: one folder per room with its pages, forms and templates; their frame lies beside them."""
