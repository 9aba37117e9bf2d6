"""The people who learn: pseudonymous profiles, identity apart with its log, and pairs that may not be."""
