"""Django's settings. Everything that differs between installations comes from the environment (docs/operations.md)."""

from __future__ import annotations

from pathlib import Path

import simpul
from simpul.config import domains, places
from simpul.config import environment as env

PROCESS = env.text("SIMPUL_PROCESS", "web")
DEMO = env.flag("SIMPUL_DEMO")
TESTING = env.flag("SIMPUL_TESTING")
CLOCK_MOVABLE = DEMO or TESTING
KEYS_FILE = env.text("SIMPUL_KEYS_FILE")
SECRET_KEY = env.secret_key(KEYS_FILE)
DEBUG = False
ALLOWED_HOSTS = [host for host in env.text("SIMPUL_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]").split(",") if host]
DATA_DIR = Path(env.text("SIMPUL_DATA_DIR", str(places.data_directory())))
UPLOADS_DIR = Path(env.text("SIMPUL_UPLOADS", str(DATA_DIR / "uploads")))
WEB_DIST = Path(env.text("SIMPUL_WEB_DIST", str(places.front_end())))

# The manifests of the domains, from low to high.
DOMAINS = domains.manifests()

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "allauth.headless",
    "allauth.mfa",
    "allauth.usersessions",
    "procrastinate.contrib.django",
    *(f"simpul.{domain.name}" for domain in DOMAINS),
    "simpul.config",
]
# The schema in which the tables of each application live; search_path names them all.
SCHEMA_OF = {
    "contenttypes": "iam",
    "auth": "iam",
    "sessions": "iam",
    "account": "iam",
    "mfa": "iam",
    "usersessions": "iam",
    **{domain.name: domain.schema for domain in DOMAINS},
}

MIDDLEWARE = [
    "simpul.platform.middleware.SecurityHeaders",
    "simpul.platform.middleware.RequestContext",
    "simpul.config.static.StaticFiles",
    "simpul.iam.middleware.SignInRefusals",
    "simpul.iam.sessions.Sessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "simpul.iam.middleware.SessionTimeouts",
    "simpul.iam.middleware.BrowserCookie",
    "simpul.iam.sign_in.SignInTrail",
]

ROOT_URLCONF = "simpul.config.urls"
ASGI_APPLICATION = "simpul.config.asgi.application"
DATABASES = {"default": env.database(PROCESS)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPEND_SLASH = False
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "id"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache", "OPTIONS": {"MAX_ENTRIES": 100_000}}}

DATA_UPLOAD_MAX_MEMORY_SIZE = env.number("SIMPUL_MAX_REQUEST_BYTES", 2_621_440)
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
# Files: the largest that the server reads at all, and where a malware scanner listens (host:port, or the path of a socket)
MAX_UPLOAD_BYTES = env.number("SIMPUL_MAX_UPLOAD_BYTES", 25_000_000)
FILE_UPLOAD_HANDLERS = ["simpul.platform.uploads.Nameless"]
CLAMAV = env.text("SIMPUL_CLAMAV")
# Where the trail is shipped to (host:port, syslog over TLS), by whose certificate, and with which of ours
SYSLOG = env.text("SIMPUL_SYSLOG")
SYSLOG_CA = env.text("SIMPUL_SYSLOG_CA")
SYSLOG_CERT = env.text("SIMPUL_SYSLOG_CERT")
# Where the trail is kept a second time, under a lock that nobody shortens
TRAIL_STORE = env.trail_store()

# Sign-in
AUTH_USER_MODEL = "iam.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "simpul.iam.passwords.Length"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "full_name", "email"), "max_similarity": 0.7},
    },
    {
        "NAME": "django.contrib.auth.password_validation.CommonPasswordValidator",
        "OPTIONS": {"password_list_path": str(Path(simpul.__file__).with_name("iam") / "common_passwords.txt.gz")},
    },
    {"NAME": "simpul.iam.passwords.Sequence"},
    {"NAME": "simpul.iam.passwords.OfTheOffice"},
    {"NAME": "simpul.iam.passwords.Breached", "OPTIONS": {"path": env.text("SIMPUL_BREACHED_PASSWORDS")}},
]
ACCOUNT_ADAPTER = "simpul.iam.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_PREVENT_ENUMERATION = True
# Attempts and wrong passwords are counted by ourselves (iam/services/lockout.py); allauth counts wrong codes and passkeys of one user.
SIGN_INS_PER_MINUTE = env.number("SIMPUL_SIGN_INS_PER_MINUTE", 60)
SIGN_IN_FAILURES = env.number("SIMPUL_SIGN_IN_FAILURES", 5)
SIGN_IN_FAILURES_PER_ADDRESS = env.number("SIMPUL_SIGN_IN_FAILURES_PER_ADDRESS", 30)
ACCOUNT_RATE_LIMITS = {
    "login": None,
    "login_failed": f"{SIGN_IN_FAILURES}/5m/key",
    "reauthenticate": "10/m/user",
}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# Roles that may do nothing before they have a second step; nobody in the demonstration, whose passwords are published.
SECOND_FACTOR_ROLES = env.names("SIMPUL_SECOND_FACTOR_ROLES", "" if DEMO or TESTING else "ADMIN,COMPLIANCE")
# The organisation's identity providers (simpul/iam/single_sign_on/providers.py)
OIDC_FILE = env.text("SIMPUL_OIDC_FILE")
MFA_ADAPTER = "simpul.iam.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses are given by administrators, nobody claims one
MFA_TOTP_ISSUER = "Simpul"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_RATE_LIMITS = {"webauthn_login": f"{SIGN_INS_PER_MINUTE}/m/ip"}
ALLAUTH_TRUSTED_PROXY_COUNT = int(env.text("SIMPUL_TRUSTED_PROXIES", "0") or 0)
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
HEADLESS_FRONTEND_URLS: dict[str, str] = {}
USERSESSIONS_TRACK_ACTIVITY = False

SESSION_ENGINE = "simpul.iam.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = not (DEMO or TESTING or env.flag("SIMPUL_INSECURE_COOKIES"))
# Over TLS the prefix lets a browser refuse a cookie that another host of the domain, or plain HTTP, tries to set in our name.
_COOKIE_PREFIX = "__Host-" if SESSION_COOKIE_SECURE else ""
# Browsers do not tell ports apart: without their own names two demonstrations on one machine would sign each other's users out.
_COOKIE_SUFFIX = f"_{env.number('SIMPUL_PORT', 8000)}" if DEMO else ""
SESSION_COOKIE_NAME = f"{_COOKIE_PREFIX}simpul_session{_COOKIE_SUFFIX}"
CSRF_COOKIE_NAME = f"{_COOKIE_PREFIX}csrftoken{_COOKIE_SUFFIX}"
# By which a browser is known again; it opens nothing, and lasts as long as browsers keep a cookie.
BROWSER_COOKIE_NAME = f"{_COOKIE_PREFIX}simpul_browser{_COOKIE_SUFFIX}"
BROWSER_COOKIE_AGE = 400 * 86_400
SESSION_COOKIE_AGE = env.number("SIMPUL_SESSION_ABSOLUTE_SECONDS", 28_800)
SESSION_IDLE_SECONDS = env.number("SIMPUL_SESSION_IDLE_SECONDS", 900)
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "simpul.config.views.csrf_failure"
# Where customers open links of their messages; without it no offer goes out by mail.
PUBLIC_URL = env.text("SIMPUL_PUBLIC_URL", "").rstrip("/")
CSRF_TRUSTED_ORIGINS = [origin for origin in env.text("SIMPUL_TRUSTED_ORIGINS").split(",") if origin]
if env.flag("SIMPUL_BEHIND_TLS_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# What limits are until the organisation changes them (submitted searches a minute and user, rows and reveals an hour and user)
SEARCH_PER_MINUTE = env.number("SIMPUL_SEARCH_PER_MINUTE", 10)
ROWS_PER_HOUR = env.number("SIMPUL_ROWS_PER_HOUR", 20_000)
REVEALS_PER_HOUR = env.number("SIMPUL_REVEALS_PER_HOUR", 60)

# Mail: so far only the daily checkpoint of the audit trail
EMAIL_HOST = env.text("SIMPUL_SMTP_HOST", "localhost")
EMAIL_PORT = env.number("SIMPUL_SMTP_PORT", 25)
EMAIL_HOST_USER = env.text("SIMPUL_SMTP_USER")
EMAIL_HOST_PASSWORD = env.text("SIMPUL_SMTP_PASSWORD")
EMAIL_USE_TLS = env.flag("SIMPUL_SMTP_STARTTLS")
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.text("SIMPUL_MAIL_FROM", "simpul@localhost")

# Addresses whose requests may name the trace that they belong to (a proxy of one's own)
TRACING_PARENTS = frozenset(each.strip() for each in env.text("SIMPUL_TRACING_PARENTS").split(",") if each.strip())
# Figures for a monitoring system: from this machine, or with this token
METRICS_TOKEN = env.text("SIMPUL_METRICS_TOKEN")

# Jobs
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "tasks"

# Static files: the built front end, hashed names cached for ever
WHITENOISE_ROOT = str(WEB_DIST) if WEB_DIST.is_dir() else None
WHITENOISE_INDEX_FILE = False
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/assets/"
WHITENOISE_MIMETYPES = {".webmanifest": "application/manifest+json"}
STATIC_URL = "/static/"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "simpul.platform.logs.JsonLines"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["out"], "level": env.text("SIMPUL_LOG_LEVEL", "WARNING")},
    # Django's request log repeats paths and bad input; our edge tells what happened by request id.
    "loggers": {"django.request": {"level": "CRITICAL"}, "django.security": {"level": "CRITICAL"}},
}
