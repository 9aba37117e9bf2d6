"""Groepsdetachering: which group goes to which opdracht with which werkleider, week by week."""
