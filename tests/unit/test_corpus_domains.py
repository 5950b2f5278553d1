"""Registered domains: offline, of every sort of URL."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.corpus import domains, registered_domain


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://news.bbc.co.uk/sport?x=http://other.com", "bbc.co.uk"),
        ("HTTP://WWW.Example.COM:8080/A", "example.com"),
        ("https://user:secret@shop.example.de/", "example.de"),
        ("www.example.org/page", "example.org"),
        ("//cdn.example.net/x.js", "example.net"),
        ("http://example.com./", "example.com"),
        ("http://me.blogspot.com/", "blogspot.com"),
        ("http://www.bücher.de/", "bücher.de"),
        ("http://www.xn--bcher-kva.de/", "xn--bcher-kva.de"),
        ("http://192.0.2.7:80/", "192.0.2.7"),
        ("http://[2001:DB8::1]/", "2001:db8::1"),
        ("http://localhost:8000/", "localhost"),
        ("http://build.intranet/", "build.intranet"),
        ("http://co.uk/", "co.uk"),
        ("", "unknown"),
        ("n/a", "unknown"),
        ("no url at all", "unknown"),
        ("http://", "unknown"),
        ("http://[broken/", "unknown"),
        ("http://two words.com/", "unknown"),
        ("http://../", "unknown"),
        ("http://" + "a" * 300 + ".com/", "unknown"),
    ],
)
def test_the_domain_of_a_url_is_the_registered_one(url: str, domain: str) -> None:
    assert registered_domain(url) == domain


@given(st.one_of(st.text(), st.text().map("http://".__add__)))
def test_any_text_has_some_domain(url: str) -> None:
    domain = registered_domain(url)
    assert domain
    assert domain == domain.strip()


def test_no_network_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: Any, **_options: Any) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    domains._extractor.cache_clear()
    domains._domain_of_host.cache_clear()
    assert registered_domain("http://a.b.gov.uk/") == "b.gov.uk"
