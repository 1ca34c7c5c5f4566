"""Minimal pairs over the API and on the page: choosing, answering, adding up."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import timedelta

import av
import pytest
from django.test import Client
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import User
from speaking.drills.choosing import drill_next
from speaking.drills.contrasts import CONTRASTS, contrasts_of_language
from speaking.drills.evidence import wilson_interval
from speaking.drills.models import DrillAttempt, DrillOutcome
from speaking.drills.pairs import LEVELS, pair_list, word_ipa
from speaking.drills.selectors import LEAST_SITTINGS, LEAST_TRIES, phone_tendencies
from speaking.drills.services import MAX_BYTES
from speaking.models import Mode, SessionStatus, SpeakResource
from speaking.pronunciation.phones import bare, dictionary_forms, right_forms
from speaking.pronunciation.registry import judge_process
from speaking.sound import wav_write
from speaking.tests.test_pronunciation import spoken

pytestmark = pytest.mark.django_db
ATTEMPTS = "/api/speakup/drills/attempts"


@pytest.fixture(scope="module", autouse=True)
def _process() -> Iterator[None]:
    yield
    judge_process().shutdown()


def said(api: APIClient, word: str, target: str, other: str) -> dict[str, object]:
    response = api.post(
        f"{ATTEMPTS}?target={target}&other={other}",
        wav_write(spoken(word)),
        content_type="audio/wav",
    )
    assert response.status_code == 201, response.content
    return dict(response.json())


def attempts(
    user: User, contrast: str, *, right: int = 0, other: int = 0, days_ago: int = 0
) -> None:
    for outcome, count in ((DrillOutcome.RIGHT, right), (DrillOutcome.OTHER, other)):
        for _ in range(count):
            made = DrillAttempt.objects.create(
                user=user,
                contrast=contrast,
                target="sheep",
                other="ship",
                outcome=outcome,
                probability=0.9,
                duration_ms=800,
            )
            when = timezone.now() - timedelta(days=days_ago)
            DrillAttempt.objects.filter(pk=made.pk).update(created_at=when)


def test_the_word_meant_is_heard(api: APIClient, student: User) -> None:
    answer = said(api, "right.", "right", "light")
    assert answer["heard"] == "right"
    assert answer["outcome"] == "RIGHT"
    stored = DrillAttempt.objects.get(user=student)
    assert stored.contrast == "R/L"
    assert stored.probability > 0.5
    assert set(stored.scores) == {"states", "probe", "recogniser", "fit"}


def test_the_other_word_is_heard_as_the_other(api: APIClient) -> None:
    answer = said(api, "light.", "right", "light")
    assert answer["heard"] == "light"
    assert answer["outcome"] == "OTHER"


def test_what_is_neither_is_not_counted(api: APIClient, student: User) -> None:
    answer = said(api, "I do not know.", "right", "light")
    assert answer["heard"] is None
    assert answer["outcome"] == "UNSURE"
    contrast = next(
        one for one in api.get("/api/speakup/drills").json() if one["contrast"] == "R/L"
    )
    assert (contrast["tried"], contrast["unsure"]) == (0, 1)


def test_webm_from_a_browser_is_heard_too(api: APIClient) -> None:
    file = io.BytesIO()
    pcm = spoken("right.")
    with av.open(file, "w", format="webm") as container:
        stream = container.add_stream("libopus", rate=48_000, layout="mono")
        frame = av.AudioFrame(format="s16", layout="mono", samples=len(pcm) // 2)
        frame.planes[0].update(pcm)
        frame.sample_rate = 16_000
        resampler = av.AudioResampler("s16", "mono", 48_000, frame_size=960)
        for piece in (*resampler.resample(frame), *resampler.resample(None)):
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    response = api.post(
        f"{ATTEMPTS}?target=right&other=light", file.getvalue(), content_type="audio/webm"
    )
    assert response.status_code == 201, response.content
    assert response.json()["heard"] == "right"


@pytest.mark.parametrize(
    ("query", "body", "status", "code"),
    [
        ("target=right&other=light", b"", 400, "recording_empty"),
        ("target=right&other=light", b"not sound at all" * 40, 415, "recording_unsupported"),
        ("target=right&other=light", bytes(MAX_BYTES + 1), 413, "recording_too_large"),
        ("target=right&other=light", wav_write(bytes(640)), 400, "recording_too_short"),
        ("target=right&other=light", wav_write(bytes(64_000)), 400, "nothing_heard"),
        ("target=right&other=light", wav_write(bytes(16_000 * 2 * 11)), 400, "recording_too_long"),
        ("target=right&other=banana", wav_write(bytes(64_000)), 400, "pair_unknown"),
        ("target=right", wav_write(bytes(64_000)), 400, "required"),
    ],
)
def test_what_cannot_be_judged_is_refused_and_leaves_nothing(
    api: APIClient, query: str, body: bytes, status: int, code: str
) -> None:
    response = api.post(f"{ATTEMPTS}?{query}", body, content_type="audio/wav")
    assert response.status_code == status, response.content
    assert code in str(response.json())
    assert not DrillAttempt.objects.exists()


def test_nobody_practises_without_signing_in(anonymous: APIClient, client: Client) -> None:
    assert anonymous.get("/api/speakup/drills/next").status_code == 401
    assert anonymous.post(f"{ATTEMPTS}?target=right&other=light").status_code == 401
    assert client.get("/speak/drills").status_code == 302
    assert client.post("/speak/drills/attempts").status_code == 302


def test_the_next_drill_says_all_an_app_needs(api: APIClient) -> None:
    drill = api.get("/api/speakup/drills/next?contrast=IY/IH").json()
    assert drill["contrast"] == "IY/IH"
    assert drill["reason"] == "chosen"
    assert {drill["target"]["text"], drill["other"]["text"]} == {"sheep", "ship"}
    assert {drill["target"]["ipa"], drill["other"]["ipa"]} == {"ʃiːp", "ʃɪp"}
    assert api.get(drill["target"]["say_url"]).status_code == 200
    assert api.get("/api/speakup/drills/next?contrast=XX").json()["code"] == "contrast_unknown"


def test_a_beginner_gets_what_speakers_of_the_language_mix_up(student: User) -> None:
    student.native_language = "Japanese"
    drill = drill_next(user=student)
    assert drill.pair.contrast == "R/L"
    assert drill.reason == "language"


def test_what_was_missed_comes_before_what_is_usual(student: User) -> None:
    student.native_language = "Japanese"
    attempts(student, "V/W", other=5, right=1)
    attempts(student, "R/L", right=10)
    drill = drill_next(user=student)
    assert drill.pair.contrast == "V/W"
    assert drill.reason == "missed"


def test_no_contrast_comes_for_ever(student: User) -> None:
    attempts(student, "V/W", other=6)
    assert drill_next(user=student).pair.contrast != "V/W"


def test_both_words_of_a_pair_are_said_and_then_another_pair_comes(student: User) -> None:
    seen = []
    for _ in range(4):
        drill = drill_next(user=student, contrast="TH/S")
        seen.append((frozenset(drill.pair.words), drill.target))
        DrillAttempt.objects.create(
            user=student,
            contrast="TH/S",
            target=drill.target,
            other=drill.other,
            outcome=DrillOutcome.RIGHT,
            probability=1,
            duration_ms=500,
        )
    assert seen[0][0] == seen[1][0]
    assert seen[0][1] != seen[1][1]
    assert seen[2][0] != seen[0][0]


def test_no_tendency_is_told_before_there_is_enough_evidence(api: APIClient, student: User) -> None:
    attempts(student, "TH/S", right=LEAST_TRIES, other=LEAST_TRIES)
    assert api.get("/api/speakup/tendencies").json()["tendencies"] == [], "one sitting only"
    attempts(student, "V/W", right=2, other=2, days_ago=1)
    attempts(student, "V/W", right=2, other=2, days_ago=2)
    attempts(student, "V/W", right=2, other=2, days_ago=3)
    assert phone_tendencies(user=student) == [], "too few tries"


def test_a_tendency_has_its_rate_and_interval(api: APIClient, student: User) -> None:
    for day in range(LEAST_SITTINGS):
        attempts(student, "TH/S", right=6, other=4, days_ago=day)
    body = api.get("/api/speakup/tendencies").json()
    (found,) = body["tendencies"]
    assert found["contrast"] == "TH/S"
    assert (found["tried"], found["missed"], found["sittings"]) == (30, 12, LEAST_SITTINGS)
    assert found["rate"] == pytest.approx(0.4)
    assert found["low"] == pytest.approx(0.246, abs=0.001)
    assert found["high"] == pytest.approx(0.577, abs=0.001)
    assert found["is_clear"]
    assert body["least_tries"] == LEAST_TRIES


def test_readings_count_as_sittings(student: User) -> None:
    for _ in range(LEAST_SITTINGS):
        SpeakResource.objects.create(
            user=student,
            mode=Mode.READ_ALOUD,
            status=SessionStatus.COMPLETED,
            evaluation={"sounds": [{"contrast": "R/L", "tried": 10, "missed": 0}]},
        )
    (found,) = phone_tendencies(user=student)
    assert (found.contrast, found.tried, found.missed) == ("R/L", 30, 0)
    assert not found.is_clear


def test_nobody_sees_somebody_elses_sounds(other_api: APIClient, student: User) -> None:
    for day in range(LEAST_SITTINGS):
        attempts(student, "TH/S", right=6, other=4, days_ago=day)
    assert other_api.get("/api/speakup/tendencies").json()["tendencies"] == []
    assert not any(one["tried"] for one in other_api.get("/api/speakup/drills").json())


def test_the_page_shows_words_progress_and_what_the_evidence_says(
    client: Client, student: User
) -> None:
    client.force_login(student)
    page = client.get("/speak/drills?contrast=V/W").content.decode()
    assert "Not enough yet" in page
    for day in range(LEAST_SITTINGS):
        attempts(student, "V/W", right=6, other=4, days_ago=day)
    page = client.get("/speak/drills?contrast=V/W").content.decode()
    assert "18 of 30 arrived" in page
    assert "40 %" in page
    assert "Not enough yet" not in page
    assert client.get("/speak/drills?contrast=XX").status_code == 404


def test_the_page_answers_with_what_was_heard(client: Client, student: User) -> None:
    client.force_login(student)
    address = "/speak/drills/attempts?target=right&other=light"
    heard = client.post(address, wav_write(spoken("light.")), content_type="audio/wav")
    assert heard.status_code == 200
    assert "I heard “light”" in heard.content.decode()
    nothing = client.post(address, wav_write(bytes(64_000)), content_type="audio/wav")
    assert nothing.status_code == 400
    assert "We heard no word" in nothing.content.decode()


def test_pairs_are_many_common_and_one_sound_apart() -> None:
    pairs = pair_list()
    assert len(pairs) >= 120
    assert len({frozenset(pair.words) for pair in pairs}) == len(pairs)
    for pair in pairs:
        assert pair.contrast in CONTRASTS
        assert pair.level in LEVELS
        one, other = (set(map(bare, right_forms(word.lower()))) for word in pair.words)
        assert one - other, pair
        assert other - one, pair
        assert all(dictionary_forms(word.lower())[0] for word in pair.words)
        assert word_ipa(pair.first) != word_ipa(pair.second), pair


@pytest.mark.parametrize(
    ("language", "worst"),
    [("Japanese", "R/L"), ("日本語", "R/L"), ("ja", "R/L"), ("pt-BR", "IY/IH"), ("", "IY/IH"),
     ("Klingon", "IY/IH"), ("spanish", "IY/IH"), ("zh-hans", "TH/S")],
)  # fmt: skip
def test_a_language_is_known_by_its_code_and_by_its_names(language: str, worst: str) -> None:
    usual = contrasts_of_language(language)
    assert usual[0] == worst
    assert set(usual) <= set(CONTRASTS)


def test_wilsons_interval_is_the_textbooks() -> None:
    low, high = wilson_interval(1, 10)
    assert (round(low, 3), round(high, 3)) == (0.018, 0.404)
    assert wilson_interval(0, 20)[0] == 0.0
    assert wilson_interval(20, 20)[1] == pytest.approx(1.0)
