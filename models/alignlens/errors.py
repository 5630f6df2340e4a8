"""Failures a user can mend; the message says how. `python -m alignlens` prints it and exits with status 2."""


class ConfigError(ValueError):
    """The configuration cannot be used; the message names the key and what it may hold."""


class DataError(ValueError):
    """The data cannot be used; the message names file, line and what to mend."""


class TrainingError(RuntimeError):
    """Training cannot go on; the last checkpoint is kept."""
