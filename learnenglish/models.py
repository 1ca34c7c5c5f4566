"""Models that belong to no single domain."""

from learnenglish.upkeep.models import SynchronisationRun as SynchronisationRun
