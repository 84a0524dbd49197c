# SPDX-License-Identifier: EUPL-1.2
"""The door for a process that serves for long: `wsgi`, and maps that are kept ready beside it."""

from ruimbaan.project.wsgi import application  # isort: split

from ruimbaan.parts.directory import services as directory

__all__ = ["application"]

directory.keep_maps_ready()
