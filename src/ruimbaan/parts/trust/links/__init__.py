# SPDX-License-Identifier: EUPL-1.2
"""Secret links that somebody gives away: what opens by one is decided like everything else."""
