"""The product's settings with a worker that knows parcels."""

from simpul.config.settings import *  # noqa: F403

PROCRASTINATE_IMPORT_PATHS = ["tests.support.parcel_worker"]
