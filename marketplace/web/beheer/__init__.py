"""What a beheerder does: see who has an account in the own regio, switch one off, end its sessions."""
