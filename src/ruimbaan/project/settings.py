# SPDX-License-Identifier: EUPL-1.2
"""Django's settings: what the environment says, and what never changes.

Each subject lives in its own small module; this one only puts them together.
"""

from __future__ import annotations

from pathlib import Path

import ruimbaan
from ruimbaan.project import databases, environment, keys, logs, mail, security, signing_in, theming

ENVIRONMENT = environment.read()

DEBUG = ENVIRONMENT.debug
SECRET_KEY = ENVIRONMENT.secret_key or (keys.demo_key(ENVIRONMENT.var) if ENVIRONMENT.demo else "")
SECRET_KEY_FALLBACKS = list(ENVIRONMENT.secret_key_fallbacks)  # open, and never sign
ALLOWED_HOSTS = list(ENVIRONMENT.allowed_hosts)
ROOT_URLCONF = "ruimbaan.project.urls"
APPEND_SLASH = False  # no address ends with one, and looking for it finds each address twice
WSGI_APPLICATION = "ruimbaan.project.wsgi.application"

INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "csp",
    "ruimbaan.project.apps.ProjectConfig",
    "ruimbaan.ui.apps.UiConfig",
    "ruimbaan.parts.pages",
    "ruimbaan.parts.routes",
    "ruimbaan.parts.routecheck",
    "ruimbaan.parts.directory.network.apps.NetworkConfig",
    "ruimbaan.parts.directory",
    "ruimbaan.parts.directory.joining.apps.JoiningConfig",
    "ruimbaan.parts.directory.geography.apps.GeographyConfig",
    "ruimbaan.parts.directory.search.apps.SearchConfig",
    "ruimbaan.parts.directory.exchange.apps.ExchangeConfig",
    "ruimbaan.parts.directory.duplicates.apps.DuplicatesConfig",
    "ruimbaan.parts.directory.upkeep.apps.UpkeepConfig",
    "ruimbaan.parts.rulebook",
    "ruimbaan.parts.discretion.may_i.apps.MayIConfig",
    "ruimbaan.parts.surroundings.apps.SurroundingsConfig",
    "ruimbaan.parts.storybook.apps.StorybookConfig",
    "ruimbaan.parts.frictions.apps.FrictionsConfig",
    "ruimbaan.parts.documentation.apps.DocumentationConfig",
    "ruimbaan.parts.insight.apps.InsightConfig",
    "ruimbaan.parts.advice.apps.AdviceConfig",
    "ruimbaan.parts.accounts.apps.AccountsConfig",
    *signing_in.APPS,
    "ruimbaan.parts.operating",
    "ruimbaan.parts.outbox.apps.OutboxConfig",
    "ruimbaan.parts.trust.files.apps.FilesConfig",
    "ruimbaan.parts.trust.links.apps.LinksConfig",
    "ruimbaan.parts.trust.log.apps.LogConfig",
    "ruimbaan.parts.trust.keys.apps.KeysConfig",
    "ruimbaan.parts.trust.backup.apps.BackupConfig",
    "ruimbaan.parts.trust.rights.apps.RightsConfig",
    "ruimbaan.parts.journey.apps.JourneyConfig",
    "ruimbaan.parts.journey.close_one.apps.CloseOneConfig",
    "ruimbaan.parts.journey.offline.apps.OfflineConfig",
    "ruimbaan.parts.journey.starting.apps.StartingConfig",
    "ruimbaan.parts.handoff.apps.HandoffConfig",
    "ruimbaan.parts.contributing.apps.ContributingConfig",
    "ruimbaan.parts.discretion.asking.apps.AskingConfig",
    "ruimbaan.parts.discretion.noting.apps.NotingConfig",
    "ruimbaan.parts.discretion.agreeing.apps.AgreeingConfig",
]
AUTH_USER_MODEL = "accounts.Account"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "ruimbaan.project.security.SafeHeaders",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "ruimbaan.project.language.LanguageFromPath",
    "ruimbaan.project.pacing.Pace",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "ruimbaan.parts.journey.offline.keeping.Keeping",
    *signing_in.MIDDLEWARE,
    "ruimbaan.project.origin.OriginForLog",
    "ruimbaan.project.errors.DatabaseDown",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                ("django.template.loaders.cached.Loader", ["ruimbaan.ui.loading.WithoutIndents"])
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "ruimbaan.project.shell.shell",
                "ruimbaan.project.account_shell.account",
            ],
        },
    }
]

DATABASES = {"default": databases.parse(ENVIRONMENT.database)}
ACCESS_LOG = databases.beside(DATABASES["default"], "access.sqlite3")  # on PostgreSQL a table
ACCESS_LOG_YEARS = ENVIRONMENT.access_log_years
ANCHOR_FILES = ENVIRONMENT.anchor_files
ANCHOR_MAIL = ENVIRONMENT.anchor_mail
if ENVIRONMENT.database_owner:  # only for `migrate --database owner` and `audit prune`
    DATABASES["owner"] = databases.parse(ENVIRONMENT.database_owner)
KEY_STORE = ENVIRONMENT.keys  # never among the data
MASTER_KEYS = keys.master_keys(ENVIRONMENT.master_key, ENVIRONMENT.var, demo=ENVIRONMENT.demo)
KEY_COMMAND = ENVIRONMENT.key_command
BACKUP_KEYS = keys.many("RUIMBAAN_BACKUP_KEY", ENVIRONMENT.backup_key)
BACKUP_DATABASE = (
    databases.parse(ENVIRONMENT.backup_database) if ENVIRONMENT.backup_database else {}
)
BACKUP_NOTE = ENVIRONMENT.var / "last_backup"
RETENTION_NOTE = ENVIRONMENT.var / "last_retention"
RELEASES = ENVIRONMENT.var / "regie"  # a folder per region, of figures that passed their audit
EXCHANGE = ENVIRONMENT.var / "exchange"  # the key with which we sign for other regions, and theirs
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [Path(ruimbaan.__file__).parent / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.static
STORAGES = {
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    }
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_ADD_HEADERS_FUNCTION = security.own_site_only

CONTENT_SECURITY_POLICY = security.CONTENT_SECURITY_POLICY
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_SSL_REDIRECT = not (ENVIRONMENT.demo or DEBUG)
SECURE_HSTS_SECONDS = 31_536_000 if SECURE_SSL_REDIRECT else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_SSL_REDIRECT
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # a browser's preload list is for the owner to choose
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.behind_proxy else None
X_FRAME_OPTIONS = "DENY"
# A name that begins like this is one that a browser takes from this very host only, over https.
_host_only = "__Host-" if SECURE_SSL_REDIRECT else ""
SESSION_COOKIE_NAME = f"{_host_only}sessionid"
SESSION_COOKIE_SECURE = SECURE_SSL_REDIRECT
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
globals().update(signing_in.SETTINGS)
OIDC = signing_in.other_site(ENVIRONMENT)
CSRF_COOKIE_NAME = f"{_host_only}csrftoken"
CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "ruimbaan.project.errors.csrf_failure"

SITE = ENVIRONMENT.site  # where the links in letters lead
DEFAULT_FROM_EMAIL = ENVIRONMENT.mail_from
globals().update(mail.parse(ENVIRONMENT.mail, SITE, DEFAULT_FROM_EMAIL))
EMAIL_FILE_PATH = ENVIRONMENT.var / "mail"
MAIL_READY = bool(ENVIRONMENT.mail) or ENVIRONMENT.demo
MAIL_AT_ONCE = MAIL_READY and not ENVIRONMENT.mail  # a folder needs no worker
BEHIND_PROXY = ENVIRONMENT.behind_proxy

# What is sent is held in memory, 2.5 MB at most, and never laid down in a folder.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

THEME = theming.read(ENVIRONMENT.theme)  # the colours of whoever runs the site

METRICS_TOKEN = ENVIRONMENT.metrics_token
if METRICS_TOKEN:
    MIDDLEWARE.append("ruimbaan.project.metrics.Counting")

LOGGING = logs.written(as_json=ENVIRONMENT.log_json)
DEFAULT_EXCEPTION_REPORTER_FILTER = "ruimbaan.project.reports.NothingFilledIn"
