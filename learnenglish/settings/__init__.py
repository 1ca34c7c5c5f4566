"""Settings, all of them from environment variables (``docs/settings.md`` lists every one).

With none set, the embedded default runs: SQLite, local files, engines inside this process.
Each part of the site has its file here; Django reads them as one.
"""

from learnenglish.settings.admin import *  # noqa: F403
from learnenglish.settings.base import *  # noqa: F403
from learnenglish.settings.data import *  # noqa: F403
from learnenglish.settings.files import *  # noqa: F403
from learnenglish.settings.limits import *  # noqa: F403
from learnenglish.settings.mail import *  # noqa: F403
from learnenglish.settings.people import *  # noqa: F403
from learnenglish.settings.privacy import *  # noqa: F403
from learnenglish.settings.rest import *  # noqa: F403
from learnenglish.settings.reviews import *  # noqa: F403
from learnenglish.settings.security import *  # noqa: F403
from learnenglish.settings.site import *  # noqa: F403
from learnenglish.settings.speech import *  # noqa: F403
from learnenglish.settings.text import *  # noqa: F403
from learnenglish.settings.work import *  # noqa: F403
