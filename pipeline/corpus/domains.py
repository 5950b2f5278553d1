"""The registered domain of a URL, by the public-suffix list that the library bundles."""

from __future__ import annotations

import ipaddress
import re
from functools import cache, lru_cache
from typing import Any
from urllib.parse import urlsplit

from pipeline.corpus.config import UNKNOWN_DOMAIN

_HOST = re.compile(r"[^\W_](?:[\w.-]*[^\W_])?")


def registered_domain(url: str) -> str:
    """Return the registered domain of a URL: `news.bbc.co.uk/x` gives `bbc.co.uk`.

    Only suffixes under which registries sell names count, so that `me.blogspot.com` is `blogspot.com`.

    Parameters
    ----------
    url : str
        The URL; a scheme is not needed where the host ends in a public suffix.

    Returns
    -------
    str
        The domain in lower case, in Unicode or IDNA form as the URL has it; the host itself for IP addresses
        and hosts without a public suffix; `unknown` where there is no valid host.
    """
    url = url.strip()
    has_authority = "://" in url or url.startswith("//")
    try:
        host = urlsplit(url if has_authority else f"//{url}").hostname
    except ValueError:
        return UNKNOWN_DOMAIN
    return _domain_of_host(host.rstrip("."), has_authority) if host else UNKNOWN_DOMAIN


@lru_cache(maxsize=65_536)
def _domain_of_host(host: str, has_authority: bool) -> str:
    if _is_address(host):
        return host
    if len(host) > 253 or not _HOST.fullmatch(host):
        return UNKNOWN_DOMAIN
    found = _extractor()(host)
    if domain := found.top_domain_under_public_suffix:
        return str(domain)
    # A bare word is no URL ("n/a"); with a scheme it is a host of somebody's own network.
    return host if has_authority else UNKNOWN_DOMAIN


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


@cache
def _extractor() -> Any:
    import tldextract  # noqa: PLC0415 - brings an HTTP client along; few runs report by URL, every worker imports this

    # No URLs and no cache folder: the bundled list alone, so no network and the same answer everywhere.
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
