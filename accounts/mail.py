"""Mails: as text, and as HTML in one frame that runs the way the reader's language runs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from accounts.languages import reading_as
from accounts.models import User

FRAME = "accounts/mail/frame.html"
_BETWEEN_PARAGRAPHS = re.compile(r"\n\s*\n")


def mail_for(user: User, *, template: str, context: Mapping[str, object]) -> EmailMultiAlternatives:
    """A mail to ``user`` of ``<template>_subject.txt`` and ``<template>_message.txt``."""
    with reading_as(user):
        subject = render_to_string(f"{template}_subject.txt", dict(context))
        text = render_to_string(f"{template}_message.txt", dict(context))
        return mail_framed(subject=subject, text=text, to=[user.email])


def mail_framed(*, subject: str, text: str, to: list[str]) -> EmailMultiAlternatives:
    """``text`` as it is, and as HTML; in the language that is active."""
    text = text.strip()
    paragraphs = [part.strip() for part in _BETWEEN_PARAGRAPHS.split(text)]
    made = EmailMultiAlternatives(subject=" ".join(subject.split()), body=f"{text}\n", to=to)
    made.attach_alternative(render_to_string(FRAME, {"paragraphs": paragraphs}), "text/html")
    return made
