# SPDX-License-Identifier: EUPL-1.2
"""Which rules the NL API Design Rules have, as they stand in the source of the standard.

Read in Logius-standaarden/API-Design-Rules, `sections/designRules.md`: CORE at commit 00ae4402 (the
rules of the definitive 2.0 and of its successor), DRAFT in a later draft only.
"""

from __future__ import annotations

FUNCTIONAL = (
    "/core/naming-resources",
    "/core/naming-collections",
    "/core/interface-language",
    "/core/hide-implementation",
    "/core/http-safety",
    "/core/http-response-code",
    "/core/stateless",
    "/core/nested-child",
    "/core/resource-operations",
    "/core/doc-language",
    "/core/deprecation-schedule",
    "/core/transition-period",
    "/core/changelog",
    "/core/transport/no-sensitive-uris",
    "/core/geospatial",
)
TECHNICAL = (
    "/core/no-trailing-slash",
    "/core/date-time",
    "/core/http-methods",
    "/core/doc-openapi",
    "/core/doc-openapi-contact",
    "/core/publish-openapi",
    "/core/uri-version",
    "/core/semver",
    "/core/version-header",
    "/core/transport/tls",
    "/core/transport/security-headers",
    "/core/transport/cors",
)
CORE = (*FUNCTIONAL, *TECHNICAL)
DRAFT = (
    "/core/path-segments-kebab-case",
    "/core/query-keys-camel-case",
    "/core/lang-code",
    "/core/date-time/format",
    "/core/date-time/timezone",
    "/core/date-time/date-omit-time-portion",
    "/core/error-handling/problem-details",
    "/core/error-handling/invalid-input",
    "/core/error-handling/all-errors",
)
