"""Tutors and their students."""

from tutoring.models.classes import Assignment as Assignment
from tutoring.models.classes import Class as Class
from tutoring.models.classes import ClassMember as ClassMember
from tutoring.models.enrolments import Enrolment as Enrolment
from tutoring.models.enrolments import Invitation as Invitation
from tutoring.models.feedback import Feedback as Feedback
from tutoring.models.feedback import ScoreOverride as ScoreOverride
from tutoring.models.feedback import TutorNote as TutorNote
from tutoring.models.ratings import RatingEffect as RatingEffect
from tutoring.models.recommendations import Recommendation as Recommendation
from tutoring.models.recommendations import RecommendationReason as RecommendationReason
from tutoring.models.recommendations import RecommendationStatus as RecommendationStatus
from tutoring.progress.models import DailyProgress as DailyProgress
from tutoring.progress.models import ProgressRun as ProgressRun
