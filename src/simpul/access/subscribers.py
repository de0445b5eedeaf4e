"""What emergency access offers to the engines below."""

from __future__ import annotations

from simpul.access.registry import register_source
from simpul.access.selectors.requests import request_labels
from simpul.access.selectors.samples import sample_labels
from simpul.access.services.sampling import SAMPLE, views_source
from simpul.access.vocabulary import SUBJECT
from simpul.platform.subjects import SubjectType, register
from simpul.platform.text import Text


def register_all() -> None:
    """Name requests and samples where something points at them, and let profiles that were opened be sampled."""
    register(SubjectType(SUBJECT, Text(id="Akses darurat", en="Emergency access"), request_labels, "/break-glass/{id}"))
    register(SubjectType(SAMPLE, Text(id="Uji petik", en="Sample"), sample_labels, "/break-glass/samples/{id}"))
    register_source(views_source())
