"""The product's settings with the tests' own jobs, for worker processes that tests start."""

from simpul.config.settings import *  # noqa: F403

PROCRASTINATE_IMPORT_PATHS = ["tests.support.worker_tasks"]
