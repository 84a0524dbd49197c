# SPDX-License-Identifier: EUPL-1.2
"""Omgeving: what who stands beside somebody can say and do, without login.

Who somebody is and what is going on travels in the form of the reader's own page and is written
nowhere; of "did this help?" only how often each answer was given, in rounds of ten.
"""
