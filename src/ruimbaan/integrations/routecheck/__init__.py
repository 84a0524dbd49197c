# SPDX-License-Identifier: EUPL-1.2
"""The file with the questions of the Routecheck, to the core's types."""

from ruimbaan.integrations.routecheck.loading import load_questionnaire
from ruimbaan.integrations.routecheck.problems import QuestionnaireInvalid

__all__ = ["QuestionnaireInvalid", "load_questionnaire"]
