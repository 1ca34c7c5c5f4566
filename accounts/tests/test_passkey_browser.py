"""A passkey in a real browser: added in the settings, then used to sign in without a password."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page

from accounts.models import User
from conftest import PASSWORD
from learnenglish.testing.browser import browsing
from learnenglish.testing.site import Site

pytestmark = pytest.mark.django_db(transaction=True)


def with_authenticator(context: BrowserContext) -> Page:
    """A page in a browser that has an authenticator of its own, whose owner always agrees."""
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return page


def test_a_passkey_is_added_and_signs_in(site: Site, student: User) -> None:
    # Browsers make passkeys for names only, and trust plain HTTP on this one alone.
    home = f"http://localhost:{site.port}"
    with browsing(site) as context:
        page = with_authenticator(context)
        page.goto(f"{home}/accounts/login/?next=/accounts/2fa/webauthn/add/")
        page.fill("input[name=login]", student.email)
        page.fill("input[name=password]", PASSWORD)
        page.click("[data-testid=login-form] button[type=submit]")
        page.wait_for_url("**/accounts/reauthenticate/**")
        page.fill("input[name=password]", PASSWORD)
        page.click("main button[type=submit]")
        page.wait_for_url("**/accounts/2fa/webauthn/add/")
        page.fill("input[name=name]", "My laptop")
        page.check("input[name=passwordless]")
        page.click("#mfa_webauthn_add")
        page.wait_for_url("**/accounts/2fa/recovery-codes/**")

        # Not in mid-page: what it asks then would be refused.
        page.goto("about:blank")
        context.clear_cookies()
        page.goto(f"{home}/accounts/login/?next=/settings/profile")
        page.click("#passkey_login")
        account = page.locator("section[aria-labelledby=account-title]")
        account.get_by_text(student.email).wait_for()
