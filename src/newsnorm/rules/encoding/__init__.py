"""Rules of the stage encoding."""
