"""Models that belong to no single domain."""

from learnenglish.common.caching.models import Change as Change
from learnenglish.upkeep.models import SynchronisationRun as SynchronisationRun
