"""The lists whose views people save, the views, and how each reader uses them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.platform.db.fields import TextArray
from simpul.platform.ids import uuid7
from simpul.platform.registry import Registry


@dataclass(frozen=True)
class ListPage:
    """A list, stated by the domain that owns it: its key, the resource that its rows belong to, and the filters that a view may hold.

    A filter's value is a code, an id, a day or a flag, as it stands in the address of the page; words that somebody
    searched by are none of them.
    """

    key: str
    resource: str
    filters: tuple[str, ...]


list_pages: Registry[ListPage] = Registry(ListPage, lambda page: page.key)


class ListView(models.Model):
    """A named set of filters of one list; shared with `branch_codes`, without any its owner's alone."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="view_id")
    user_id = models.UUIDField()
    list_key = models.TextField()
    resource = models.TextField()
    name = models.TextField()
    filters = models.JSONField()
    branch_codes = TextArray(db_default=[])
    version = models.IntegerField(db_default=1)
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "list_views"
        constraints = [
            models.UniqueConstraint(fields=["user_id", "list_key", "name"], name="list_views_name_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="list_views_version"),
        ]


class ListViewMark(models.Model):
    """What a reader made of a view: pinned, or the one that the list opens with."""

    pk = models.CompositePrimaryKey("user_id", "view_id")
    user_id = models.UUIDField()
    view = models.ForeignKey(ListView, models.CASCADE, related_name="marks", db_constraint=False)
    list_key = models.TextField()
    pinned = models.BooleanField(db_default=False)
    is_default = models.BooleanField(db_default=False)

    class Meta:
        db_table = "list_view_marks"
        constraints = [
            models.UniqueConstraint(
                fields=["user_id", "list_key"],
                condition=Q(is_default=True),
                name="list_view_marks_one_default",
            )
        ]
