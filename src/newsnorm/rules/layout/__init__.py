"""Rules of the stage layout."""
