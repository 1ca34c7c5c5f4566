"""What is held about a person: each app says what it has, how it is exported, how it is erased.

An app registers in ``AppConfig.ready``::

    from accounts import privacy

    privacy.register(
        app="history",
        covers=("history.UserHistory",),
        exporter=history_export,
        eraser=history_erase,
    )
"""

from accounts.privacy.erasing import files_forget as files_forget
from accounts.privacy.erasing import numbers_of as numbers_of
from accounts.privacy.files import ExportFile as ExportFile
from accounts.privacy.files import cell_safe as cell_safe
from accounts.privacy.files import csv_file as csv_file
from accounts.privacy.files import json_file as json_file
from accounts.privacy.files import rows_of as rows_of
from accounts.privacy.files import stored_file as stored_file
from accounts.privacy.registry import holdings as holdings
from accounts.privacy.registry import register as register
