"""Rules of the stage typography."""
