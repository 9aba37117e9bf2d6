"""The pages of leerwerkplekken: the list, one plek in plain words, and the form that makes or edits one."""
