"""Hypothesis profiles: "ci" (moderate, the same examples each time) and "long" (NEWSNORM_HYPOTHESIS=long, for deep runs)."""

import os

from hypothesis import HealthCheck, settings

_COMMON = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True}

settings.register_profile("ci", max_examples=200, derandomize=True, database=None, **_COMMON)
settings.register_profile("long", max_examples=int(os.environ.get("NEWSNORM_EXAMPLES", "20000")), **_COMMON)
settings.load_profile(os.environ.get("NEWSNORM_HYPOTHESIS") or "ci")


def pytest_make_parametrize_id(config, val, argname):
    """A rule is called by its id."""
    return getattr(val, "id", None)
