"""Rules of the stage wording."""
