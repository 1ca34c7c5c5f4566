"""Where a request comes from."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest

# What one household or server is given of IPv6: counting single addresses would count nothing.
IPV6_PREFIX = 64


def client_ip(request: HttpRequest) -> str | None:
    """The client's address, or None where the server knows none (a Unix socket).

    ``X-Forwarded-For`` counts only as far as ``TRUSTED_PROXY_COUNT`` proxies of ours wrote it:
    whatever stands further left was sent by the client and could be anything.
    """
    text = request.META.get("REMOTE_ADDR", "")
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    count = settings.TRUSTED_PROXY_COUNT
    if count and len(hops) >= count:
        text = hops[-count]
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return str(address)


def client_network(request: HttpRequest) -> str:
    """The client's IPv4 address or IPv6 network, to count by; ``unknown`` where there is none."""
    text = client_ip(request)
    if text is None:
        return "unknown"
    if ipaddress.ip_address(text).version == 4:
        return text
    return str(ipaddress.ip_network(f"{text}/{IPV6_PREFIX}", strict=False).network_address)
