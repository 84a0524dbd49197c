# SPDX-License-Identifier: EUPL-1.2
"""What the command line does with backups."""

from ruimbaan.parts.trust.backup.age import last_backup
from ruimbaan.parts.trust.backup.checking import check_backup
from ruimbaan.parts.trust.backup.key_copies import copy_keys, put_keys_back
from ruimbaan.parts.trust.backup.making import make_backup
from ruimbaan.parts.trust.backup.restoring import restore_backup
from ruimbaan.parts.trust.files.erased_keys import destroy_again

__all__ = [
    "check_backup",
    "copy_keys",
    "destroy_again",
    "last_backup",
    "make_backup",
    "put_keys_back",
    "restore_backup",
]
