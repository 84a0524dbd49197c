# SPDX-License-Identifier: EUPL-1.2
"""Counts of people that may be seen by anybody: hidden where needed, audited, then released.

    cube = to_cube(read_rows(path, text), population)         reading
    proposal = protect(name, cube, Rule(10), earlier)         protecting
    verdict = audit(proposal, Rule(10), earlier)              auditing: Audited or Refused
    write_release(verdict, folder, day, earlier)              releasing: an Audited and nothing else

`earlier` is every release ever made (`read_releases`). Nothing here knows where counts come from;
it leans on numpy, on HiGHS through scipy, and on the errors and texts of our kernel. Why it is done
so: docs/explanation/disclosure.md.
"""
