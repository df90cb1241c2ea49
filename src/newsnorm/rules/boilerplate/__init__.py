"""Rules of the stage boilerplate."""
