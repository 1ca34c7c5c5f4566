"""The shapes of tutoring."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.models import CefrLevel, User
from speaking.models import SpeakResource
from tutoring.models import (
    Assignment,
    Class,
    Feedback,
    Invitation,
    Recommendation,
    ScoreOverride,
    TutorNote,
)
from tutoring.models.feedback import Dimension
from tutoring.services.codes import code_of


class PersonSerializer(serializers.ModelSerializer[User]):
    name = serializers.CharField(source="display_name")

    class Meta:
        model = User
        fields = ("id", "name", "email")


class AttentionSerializer(serializers.Serializer[Any]):
    kind = serializers.ChoiceField(choices=["SILENT", "FALLING", "UNANSWERED", "REPEATED"])
    text = serializers.CharField()


class StudentSerializer(serializers.Serializer[Any]):
    """``minutes`` spoken in 30 days; ``scores`` of the last recordings, oldest first; ``trend``
    in points, null with fewer than six recordings."""

    id = serializers.UUIDField(source="student.pk")
    name = serializers.CharField(source="student.display_name")
    email = serializers.EmailField(source="student.email")
    cefr_level = serializers.ChoiceField(source="student.cefr_level", choices=CefrLevel.choices)
    cefr_target = serializers.ChoiceField(source="student.cefr_target", choices=CefrLevel.choices)
    cefr_estimate = serializers.CharField(allow_blank=True)
    last_activity = serializers.DateTimeField(allow_null=True)
    minutes = serializers.IntegerField()
    reviews_due = serializers.IntegerField()
    scores = serializers.ListField(child=serializers.IntegerField())
    trend = serializers.FloatField(allow_null=True)
    unanswered = serializers.IntegerField()
    attention = AttentionSerializer(many=True)
    tutors = serializers.ListField(child=serializers.CharField())


class StudentQuerySerializer(serializers.Serializer[dict[str, Any]]):
    q = serializers.CharField(required=False, default="", allow_blank=True)
    level = serializers.ChoiceField(
        choices=CefrLevel.choices, required=False, default="", allow_blank=True
    )


class RecordingSerializer(serializers.ModelSerializer[SpeakResource]):
    topic = serializers.CharField(source="topic.title", allow_null=True, default=None)

    class Meta:
        model = SpeakResource
        fields = ("id", "created_at", "mode", "topic", "duration_ms", "overall_score", "status")


class FeedbackSerializer(serializers.ModelSerializer[Feedback]):
    """Without ``text``: the tutor listened and has nothing to add."""

    tutor = serializers.SerializerMethodField()

    class Meta:
        model = Feedback
        fields = (
            "id",
            "tutor",
            "session_id",
            "resource_id",
            "moment_ms",
            "text",
            "read_at",
            "created_at",
        )

    def get_tutor(self, feedback: Feedback) -> str:
        return str(feedback.tutor or "")


class FeedbackRequestSerializer(serializers.Serializer[dict[str, Any]]):
    """About a recording (``session_id``), or to a student about an explanation
    (``student_id`` and ``resource_id``). ``listened`` true needs no text."""

    session_id = serializers.UUIDField(required=False)
    student_id = serializers.UUIDField(required=False)
    resource_id = serializers.UUIDField(required=False)
    moment_ms = serializers.IntegerField(required=False, allow_null=True, default=None)
    text = serializers.CharField(required=False, default="", allow_blank=True)
    listened = serializers.BooleanField(required=False, default=False)


class OverrideSerializer(serializers.ModelSerializer[ScoreOverride]):
    tutor = serializers.SerializerMethodField()

    class Meta:
        model = ScoreOverride
        fields = ("tutor", "score", "machine_score", "reason", "updated_at")

    def get_tutor(self, override: ScoreOverride) -> str:
        return str(override.tutor or "")


class OverrideRequestSerializer(serializers.Serializer[dict[str, Any]]):
    dimension = serializers.ChoiceField(choices=Dimension.choices)
    score = serializers.IntegerField()
    reason = serializers.CharField(allow_blank=True)


class ScorePairSerializer(serializers.Serializer[Any]):
    """The machine's score (null: not judged) with the tutors' beside it."""

    dimension = serializers.ChoiceField(source="name", choices=Dimension.choices)
    machine = serializers.IntegerField(allow_null=True)
    tutors = OverrideSerializer(source="overrides", many=True)


class SessionFeedbackSerializer(serializers.Serializer[Any]):
    feedback = FeedbackSerializer(many=True)
    scores = ScorePairSerializer(many=True)


class NoteSerializer(serializers.ModelSerializer[TutorNote]):
    tutor = serializers.SerializerMethodField()

    class Meta:
        model = TutorNote
        fields = ("id", "tutor", "text", "created_at")

    def get_tutor(self, note: TutorNote) -> str:
        return str(note.tutor or "")


class NoteRequestSerializer(serializers.Serializer[dict[str, Any]]):
    text = serializers.CharField(allow_blank=True)


class RecommendationSerializer(serializers.ModelSerializer[Recommendation]):
    name = serializers.CharField()
    tutor = serializers.SerializerMethodField()

    class Meta:
        model = Recommendation
        fields = (
            "id",
            "name",
            "body",
            "resource_id",
            "topic_id",
            "reason_kind",
            "reason",
            "note",
            "due",
            "status",
            "tutor",
            "published_at",
            "done_at",
        )

    def get_tutor(self, recommendation: Recommendation) -> str:
        return str(recommendation.tutor or "")


class RecommendationRequestSerializer(serializers.Serializer[dict[str, Any]]):
    """An explanation, a topic or, with neither, homework called ``title``."""

    resource_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    topic_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    title = serializers.CharField(required=False, default="", allow_blank=True)
    body = serializers.CharField(required=False, default="", allow_blank=True)
    note = serializers.CharField(required=False, default="", allow_blank=True)
    due = serializers.DateField(required=False, allow_null=True, default=None)
    publish = serializers.BooleanField(required=False, default=False)


class RecommendationChangeSerializer(serializers.Serializer[dict[str, Any]]):
    """What is left out stays. ``status``: PUBLISHED shows a draft, DISMISSED puts it aside."""

    title = serializers.CharField(required=False, allow_blank=True)
    body = serializers.CharField(required=False, allow_blank=True)
    note = serializers.CharField(required=False, allow_blank=True)
    due = serializers.DateField(required=False, allow_null=True)
    status = serializers.ChoiceField(choices=["PUBLISHED", "DISMISSED"], required=False)


class InvitationSerializer(serializers.ModelSerializer[Invitation]):
    code = serializers.SerializerMethodField()
    class_id = serializers.UUIDField(source="group_id", allow_null=True)

    class Meta:
        model = Invitation
        fields = ("id", "code", "class_id", "expires_at", "max_uses", "uses", "revoked_at")

    def get_code(self, invitation: Invitation) -> str:
        return code_of(invitation.pk)


class InvitationRequestSerializer(serializers.Serializer[dict[str, Any]]):
    class_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    days = serializers.IntegerField(required=False, default=14)
    max_uses = serializers.IntegerField(required=False, default=1)


class ClassSerializer(serializers.ModelSerializer[Class]):
    size = serializers.IntegerField(default=0)

    class Meta:
        model = Class
        fields = ("id", "name", "size", "ended_at", "created_at")


class ClassRequestSerializer(serializers.Serializer[dict[str, Any]]):
    name = serializers.CharField(allow_blank=True)


class DoneSerializer(serializers.Serializer[Any]):
    """``session_id`` null: not done yet."""

    student = PersonSerializer()
    session_id = serializers.UUIDField(allow_null=True)
    score = serializers.IntegerField(allow_null=True)
    at = serializers.DateTimeField(allow_null=True)


class AssignmentSerializer(serializers.ModelSerializer[Assignment]):
    topic = serializers.CharField(source="topic.title")
    class_name = serializers.CharField(source="group.name")

    class Meta:
        model = Assignment
        fields = ("id", "topic_id", "topic", "class_name", "note", "due", "created_at")


class AssignmentProgressSerializer(serializers.Serializer[Any]):
    assignment = AssignmentSerializer()
    done = serializers.IntegerField()
    students = DoneSerializer(many=True)


class ClassDetailSerializer(ClassSerializer):
    students = serializers.SerializerMethodField()
    assignments = serializers.SerializerMethodField()

    class Meta(ClassSerializer.Meta):
        fields = (*ClassSerializer.Meta.fields, "students", "assignments")  # type: ignore[assignment]

    @extend_schema_field(StudentSerializer(many=True))
    def get_students(self, group: Class) -> Any:
        return StudentSerializer(self.context["students"], many=True).data

    @extend_schema_field(AssignmentProgressSerializer(many=True))
    def get_assignments(self, group: Class) -> Any:
        return AssignmentProgressSerializer(self.context["assignments"], many=True).data


class AssignmentRequestSerializer(serializers.Serializer[dict[str, Any]]):
    topic_id = serializers.UUIDField()
    due = serializers.DateField(required=False, allow_null=True, default=None)
    note = serializers.CharField(required=False, default="", allow_blank=True)


class OwnAssignmentSerializer(serializers.Serializer[Any]):
    assignment = AssignmentSerializer()
    session_id = serializers.UUIDField(allow_null=True)
    score = serializers.IntegerField(allow_null=True)


class JoinRequestSerializer(serializers.Serializer[dict[str, Any]]):
    code = serializers.CharField()


class JoinedSerializer(serializers.Serializer[Any]):
    tutor = serializers.CharField()
    class_name = serializers.CharField(allow_blank=True)
