"""Rules of the stage names."""
