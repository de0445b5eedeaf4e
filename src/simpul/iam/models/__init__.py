"""The tables of users, roles and the organisation."""

from simpul.iam.models.administration import AppliedChange, BroughtResource, PasswordLink, Revision, SettingValue, UnitSetting
from simpul.iam.models.list_views import ListView, ListViewMark
from simpul.iam.models.presence import Absence
from simpul.iam.models.role_conflicts import RoleConflict, RoleException
from simpul.iam.models.sign_in import ExternalIdentity, FormerPassword, KnownBrowser, ServiceAccount, ServiceKey, SignInFailure
from simpul.iam.models.users import Branch, CustomerReach, Elevation, ElevationCustomer, Grant, Role, Scope, Unit, UnitBranch, User, UserRole, UserSwitch

__all__ = [
    "Absence",
    "AppliedChange",
    "Branch",
    "BroughtResource",
    "CustomerReach",
    "Elevation",
    "ElevationCustomer",
    "ExternalIdentity",
    "FormerPassword",
    "Grant",
    "KnownBrowser",
    "ListView",
    "ListViewMark",
    "PasswordLink",
    "Revision",
    "Role",
    "RoleConflict",
    "RoleException",
    "Scope",
    "ServiceAccount",
    "ServiceKey",
    "SettingValue",
    "SignInFailure",
    "Unit",
    "UnitBranch",
    "UnitSetting",
    "User",
    "UserRole",
    "UserSwitch",
]
