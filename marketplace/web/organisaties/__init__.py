"""The pages of organisaties: their vestigingen, praktijkopleiders, erkenningen and opleidingen."""
