"""Which kandidaat goes to which leerwerkplek, from which week."""
