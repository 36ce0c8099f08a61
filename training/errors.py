"""Errors of training: each says in one line what is wrong and where."""


class TrainingError(Exception):
    """Root of what stops a training on purpose."""
