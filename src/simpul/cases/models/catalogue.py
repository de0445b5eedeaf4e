"""What cases are about, and how they end."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


class CaseCategory(models.Model):
    """A category or, with a parent, a sub-category. A code never changes: cases, rules and reports name it.

    `category_name` is Indonesian. A sensitive category hides the content of its cases below tier 3, and its
    sub-categories are as sensitive. With `needs_review` somebody else approves the final response. `unit_code` is who
    handles it. `pack` is the shipped pack that it came with, or blank.
    """

    code = models.TextField(primary_key=True, db_column="category_code")
    category_name = models.TextField()
    name_en = models.TextField()
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children", db_column="parent_code")
    default_sla_hours = models.IntegerField(db_default=72)
    is_sensitive = models.BooleanField(db_default=False)
    needs_review = models.BooleanField(db_default=False)
    unit_code = models.TextField(null=True)
    pack = models.TextField(db_default="")
    position = models.SmallIntegerField(db_default=0)
    is_active = models.BooleanField(db_default=True)
    version = models.IntegerField(db_default=1)
    updated_at = models.DateTimeField(db_default=Now())
    updated_by = models.UUIDField()

    class Meta:
        db_table = "case_categories"
        constraints = [
            models.CheckConstraint(condition=Q(default_sla_hours__range=(1, 8760)), name="case_categories_hours"),
            models.CheckConstraint(condition=~Q(parent=models.F("code")), name="case_categories_no_own_parent"),
            models.CheckConstraint(condition=Q(version__gte=1), name="case_categories_version_counts"),
        ]


class CaseProduct(models.Model):
    """A product that a case may be about; `product_name` is Indonesian, `pack` the shipped pack that it came with, or blank.

    Cases keep the code. What older cases hold as free text stays as it was written.
    """

    code = models.TextField(primary_key=True, db_column="product_code")
    product_name = models.TextField()
    name_en = models.TextField()
    pack = models.TextField(db_default="")
    position = models.SmallIntegerField(db_default=0)
    is_active = models.BooleanField(db_default=True)
    version = models.IntegerField(db_default=1)
    updated_at = models.DateTimeField(db_default=Now())
    updated_by = models.UUIDField()

    class Meta:
        db_table = "case_products"
        constraints = [models.CheckConstraint(condition=Q(version__gte=1), name="case_products_version_counts")]


class ResolutionCode(models.Model):
    """How a case ended. `resolution_name` is Indonesian."""

    code = models.TextField(primary_key=True, db_column="resolution_code")
    resolution_name = models.TextField()
    name_en = models.TextField()
    position = models.SmallIntegerField(db_default=0)
    is_active = models.BooleanField(db_default=True)
    version = models.IntegerField(db_default=1)
    updated_at = models.DateTimeField(db_default=Now())
    updated_by = models.UUIDField()

    class Meta:
        db_table = "case_resolutions"
        constraints = [models.CheckConstraint(condition=Q(version__gte=1), name="case_resolutions_version_counts")]
