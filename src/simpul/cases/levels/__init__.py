"""Service levels: what one version promises, whether it can be kept, and which version holds for a case."""

from simpul.cases.levels.content import Content, Target, clean, content_of, wire
from simpul.cases.levels.inforce import Law, Promise, law_on, promise_for
from simpul.cases.sla import Rung

__all__ = ["Content", "Law", "Promise", "Rung", "Target", "clean", "content_of", "law_on", "promise_for", "wire"]
