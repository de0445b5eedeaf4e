"""The door to documents.

A domain whose records have documents states them (`DocumentSubject`); then `document_attach`, `document_page`,
`document_open`, `document_render`, `subject_moved` and `subjects_deepened` work on them, in the caller's transaction. Templates: `complaint_receipt` with `ComplaintReceipt`,
`complaint_report` with `ComplaintReport`; `rendered` makes a PDF of one without keeping it.
"""

from simpul.documents.errors import (
    CannotMark,
    DocumentIsGone,
    DocumentIsLocked,
    DocumentIsThere,
    DocumentNotFound,
    DocumentSubjectNotFound,
    DocumentTooLarge,
    FileInfected,
    FileRefused,
)
from simpul.documents.facts import Content, DocumentFacts
from simpul.documents.registry import LABEL, Attached, DocumentSubject, Place
from simpul.documents.rendering import ComplaintReceipt, ComplaintReport, ReportTable, TemplateUnknown, day_words, money_words, rendered
from simpul.documents.selectors.documents import document_get, document_page
from simpul.documents.services.attaching import document_attach, document_render
from simpul.documents.services.freezing import document_freeze
from simpul.documents.services.hiding import document_hide, subject_moved, subjects_deepened
from simpul.documents.services.opening import document_open

__all__ = [
    "LABEL", "Attached", "CannotMark", "ComplaintReceipt", "ComplaintReport", "Content", "DocumentFacts", "DocumentIsGone", "DocumentIsLocked", "DocumentIsThere", "DocumentNotFound", "DocumentSubject",
    "DocumentSubjectNotFound", "DocumentTooLarge", "FileInfected", "FileRefused", "Place", "ReportTable", "TemplateUnknown", "day_words", "document_attach", "document_freeze", "document_get", "document_hide",
    "document_open", "document_page", "document_render", "money_words", "rendered", "subject_moved", "subjects_deepened",
]  # fmt: skip
