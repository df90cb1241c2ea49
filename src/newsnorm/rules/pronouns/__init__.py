"""Rules of the stage pronouns."""
