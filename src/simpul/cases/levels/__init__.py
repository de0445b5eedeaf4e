"""Service levels: what one version promises, whether it can be kept, and which version holds for a case."""

from simpul.cases.levels.content import Content, Rung, Target, clean, content_of, wire
from simpul.cases.levels.inforce import Law, Promise, law_on, promise_for

__all__ = ["Content", "Law", "Promise", "Rung", "Target", "clean", "content_of", "law_on", "promise_for", "wire"]
