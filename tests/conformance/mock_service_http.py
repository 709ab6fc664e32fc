#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Slow, oversized, truncated and malformed HTTP: the mock service refuses it, and serves the others.

    mock_service_http.py TOOL [--mutants N]
"""

import json
import random
import socket
import time
from contextlib import ExitStack

from support.mock_service import TARGET, arguments, mock_service, request, run_tests, run_threads

options = arguments(__doc__, mutants=300)

MIB = 1024 * 1024


def message(body, *headers, method="POST", target=TARGET, version="HTTP/1.1", length=True):
    lines = [f"{method} {target} {version}", "Host: localhost", "Content-Type: application/json", *headers]
    if length:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines + ["", ""]).encode() + body


def text(name):
    return json.dumps(request(name)).encode()


def received(client):
    """All that comes until the service closes the connection."""
    parts = []
    try:
        while part := client.recv(65536):
            parts.append(part)
    except ConnectionResetError:
        pass
    return b"".join(parts)


def exchange(service, sent, end=True):
    """What one connection gets that sends this, and then (if told so) that it is done."""
    with service.socket() as client:
        try:
            client.sendall(sent)
            if end:
                client.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # it may refuse before all is sent; its answer must arrive nevertheless
        return received(client)


def status(answer):
    assert answer.startswith((b"HTTP/1.1 ", b"HTTP/1.0 ")), answer[:200]
    return int(answer.split(b" ", 2)[1])


def statuses(answer):
    """Of all final responses on a connection, one after the other."""
    found = []
    while answer:
        head, separator, rest = answer.partition(b"\r\n\r\n")
        assert separator, answer[:200]
        code = status(head)
        length = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
        answer = rest[int(length[0].split(b":")[1]):] if length else rest
        if code >= 200:
            found.append(code)
    return found


def chunks(body, size=7, extension=b"", trailers=b""):
    parts = [body[i:i + size] for i in range(0, len(body), size)]
    return (b"".join(b"%x%s\r\n%s\r\n" % (len(part), extension, part) for part in parts)
            + b"0" + extension + b"\r\n" + trailers + b"\r\n")


CHUNKED = "Transfer-Encoding: chunked"
STAYS, CLOSES = True, False


def rfc_cases():
    """What RFC 9110 and RFC 9112 say of requests: a name, the section, the bytes, the status of the answer,
    and whether the connection stays."""
    count = 0

    def body():
        nonlocal count
        count += 1
        return text(f"case-{count}")

    def sent(*headers, **options):
        return message(body(), *headers, **options)

    def in_chunks(*headers, extension=b"", trailers=b"", **options):
        return message(chunks(body(), extension=extension, trailers=trailers), CHUNKED, *headers,
                       length=False, **options)

    def by_length(value):
        return message(body(), f"Content-Length: {value}", length=False)

    def without(header):
        return sent().replace(header + b"\r\n", b"")

    def host(value):
        return sent().replace(b"Host: localhost", b"Host: " + value)

    # What follows the header of a message with an unknown end is never the next request.
    smuggled = message(text("smuggled"))
    codings = {"xchunked": 400, "identity": 400, "gzip": 400, "chunked, identity": 400, '"chunked"': 400,
               "chunked;q=1": 400, "chunked, chunked": 400, "chunked, gzip": 400, "": 400, ",": 400,
               "chunked,": 400, ", chunked": 400, "x chunked": 400, "chunkedx": 400, "chunked\x0b": 400,
               "\x0bchunked": 400, "trailers": 400, "gzip, chunked": 501, "identity, chunked": 501,
               "gzip,\tchunked": 501}
    for coding, code in codings.items():
        yield (f"Transfer-Encoding: {coding!r}", "9112, 6.3",
               message(smuggled, f"Transfer-Encoding: {coding}", length=False), code, CLOSES)
        yield (f"Transfer-Encoding: {coding!r}, with chunks", "9112, 6.3",
               message(chunks(smuggled), f"Transfer-Encoding: {coding}", length=False), code, CLOSES)
        yield (f"Content-Length, Transfer-Encoding: {coding!r}", "9112, 6.3",
               message(smuggled, f"Content-Length: {len(smuggled)}", f"Transfer-Encoding: {coding}",
                       length=False), 400, CLOSES)
        yield (f"Transfer-Encoding: {coding!r}, Content-Length", "9112, 6.3",
               message(smuggled, f"Transfer-Encoding: {coding}"), 400, CLOSES)
        yield (f"HTTP/1.0, Transfer-Encoding: {coding!r}", "9112, 6.1",
               message(smuggled, f"Transfer-Encoding: {coding}", version="HTTP/1.0"), 400, CLOSES)
    for first, second, code in (("chunked", "chunked", 400), ("chunked", "identity", 400),
                                ("identity", "chunked", 501), ("gzip", "identity", 400)):
        yield (f"Transfer-Encoding twice: {first}, {second}", "9112, 6.3",
               message(smuggled, f"Transfer-Encoding: {first}", f"Transfer-Encoding: {second}", length=False),
               code, CLOSES)
    yield ("chunked, Content-Length", "9112, 6.3", in_chunks("Content-Length: 3"), 400, CLOSES)
    yield ("Content-Length, chunked", "9112, 6.3",
           message(chunks(body()), "Content-Length: 3", CHUNKED, length=False), 400, CLOSES)
    yield ("HTTP/1.0 with chunks", "9112, 6.1", in_chunks(version="HTTP/1.0"), 400, CLOSES)
    yield ("Transfer-Encoding behind a space", "9112, 5.1",
           in_chunks().replace(b"Encoding:", b"Encoding :"), 400, CLOSES)
    yield ("Transfer-Encoding: CHUNKED", "9112, 7", in_chunks().replace(b": chunked", b": CHUNKED"), 200, STAYS)
    yield ("Transfer-Encoding after a tab", "9112, 5", in_chunks().replace(b": chunked", b":\tchunked "), 200, STAYS)
    yield ("Transfer-Encoding, folded", "9112, 5.2", in_chunks().replace(b": chunked", b":\r\n chunked"), 200, STAYS)

    yield ("chunks", "9112, 7.1", in_chunks(), 200, STAYS)
    yield ("chunks of one byte", "9112, 7.1", message(chunks(body(), 1), CHUNKED, length=False), 200, STAYS)
    yield ("chunks with extensions", "9112, 7.1.1", in_chunks(extension=b';a=b ; c="d;\\""'), 200, STAYS)
    yield ("chunks whose sizes start with 0", "9112, 7.1",
           message(chunks(body()).replace(b"7\r\n", b"0007\r\n"), CHUNKED, length=False), 200, STAYS)
    yield ("chunks and trailers", "9112, 7.1.2", in_chunks(trailers=b"X-Checksum: 1\r\nX-Other: 2\r\n"), 200, STAYS)
    for wrong in (b"0x2\r\n{}\r\n", b"+2\r\n{}\r\n", b"-2\r\n{}\r\n", b" 2\r\n{}\r\n", b"2 2\r\n{}\r\n", b"\r\n{}\r\n",
                  b"2\n{}\r\n", b"2\r{}\r\n", b"2\r\n{}", b"2\r\n{}\n", b"2\r\n{}xx", b"2;\r\n{}\r\n", b"2;a=\r\n{}\r\n",
                  b'2;a="\r\n{}\r\n', b"2;a\n\r\n{}\r\n", b"1" + b"0" * 16 + b"\r\n{}\r\n"):
        yield (f"the chunk {wrong!r}", "9112, 7.1",
               message(wrong + b"0\r\n\r\n", CHUNKED, length=False), 400, CLOSES)

    yield ("Content-Length: equal values in a list", "9112, 6.3", by_length("{0}, {0}".format(len(text("case-00")))),
           200, STAYS)
    yield ("Content-Length twice, equal", "9112, 6.3", sent(f"Content-Length: {len(text('case-00'))}"), 200, STAYS)
    yield ("Content-Length with zeros in front", "9110, 8.6", by_length(f"000{len(text('case-00'))}"), 200, STAYS)
    for wrong in ("2, 3", "2,", ",", "", "+2", "-2", "0x2", "2x", "2 2", "2.0", '"2"', "9" * 21, "\x0b2"):
        yield (f"Content-Length: {wrong!r}", "9112, 6.3", by_length(wrong), 400, CLOSES)
    yield ("Content-Length twice, not equal", "9112, 6.3", sent("Content-Length: 2"), 400, CLOSES)
    yield ("no length and no body", "9112, 6.3", message(b"", length=False), 400, STAYS)  # "" is no JSON

    yield ("no Host", "9112, 3.2", without(b"Host: localhost"), 400, CLOSES)
    yield ("two Hosts", "9112, 3.2", sent("Host: other"), 400, CLOSES)
    yield ("two equal Hosts", "9112, 3.2", sent("Host: localhost"), 400, CLOSES)
    yield ("HTTP/1.0, two Hosts", "9112, 3.2", sent("Host: localhost", version="HTTP/1.0"), 400, CLOSES)
    for right in (b"", b"localhost:80", b"localhost:", b"127.0.0.1:8321", b"[::1]", b"[::1]:8321", b"a%20b", b"a_b-c.d~e"):
        yield (f"Host: {right!r}", "9112, 3.2", host(right), 200, STAYS)
    for wrong in (b"a b", b"a, b", b"user@a", b"a/b", b"a?b", b"a#b", b"http://a", b"a:b", b"a:1:2", b"::1", b"[::1", b"[]",
                  b"[::1]x", b"[a b]", b"a\\b", b"\xc3\xa9"):
        yield (f"Host: {wrong!r}", "9112, 3.2", host(wrong), 400, CLOSES)
    yield ("an absolute form", "9112, 3.2.2", sent(target="http://other.example" + TARGET), 200, STAYS)

    yield ("Expect: 100-continue", "9110, 10.1.1", sent("Expect: 100-Continue"), 200, STAYS)
    yield ("Expect: 100-continue, no body", "9110, 10.1.1",
           message(b"", "Expect: 100-continue", method="GET", length=False), 405, STAYS)
    yield ("HTTP/1.0, Expect: 100-continue", "9110, 10.1.1",
           sent("Expect: 100-continue", "Connection: keep-alive", version="HTTP/1.0"), 200, STAYS)
    yield ("Expect: something else", "9110, 10.1.1", sent("Expect: 200-ok"), 417, CLOSES)
    yield ("Expect: 100-continue and more", "9110, 10.1.1", sent("Expect: 100-continue", "Expect: x"), 417, CLOSES)
    yield ("HTTP/1.0, Expect: something else", "9110, 10.1.1",
           sent("Expect: x", "Connection: keep-alive", version="HTTP/1.0"), 200, STAYS)

    yield ("Content-Type twice, equal", "9110, 8.3", sent("Content-Type: application/json"), 200, STAYS)
    yield ("Content-Type twice, not equal", "9110, 8.3", sent("Content-Type: text/plain"), 415, STAYS)
    yield ("Content-Type: a list", "9110, 8.3", sent().replace(b"/json", b"/json, text/plain"), 415, STAYS)
    yield ("no Content-Type", "9110, 8.3", without(b"Content-Type: application/json"), 415, STAYS)
    yield ("Accept: */*", "9110, 12.5.1", sent("Accept: */*"), 200, STAYS)
    yield ("Accept: a list", "9110, 12.5.1", sent("Accept: text/html, application/*;q=0.5"), 200, STAYS)
    yield ("Accept twice", "9110, 12.5.1", sent("Accept: text/html", "Accept: application/json"), 200, STAYS)
    yield ("Accept without JSON", "9110, 12.5.1", sent("Accept: application/hal+json"), 406, STAYS)
    yield ("Accept with JSON refused", "9110, 12.5.1", sent("Accept: */*, application/json;q=0"), 406, STAYS)

    yield ("HTTP/1.0", "9112, 9.3", sent(version="HTTP/1.0"), 200, CLOSES)
    yield ("HTTP/1.0 without Host", "9112, 3.2",
           message(body(), version="HTTP/1.0").replace(b"Host: localhost\r\n", b""), 200, CLOSES)
    yield ("HTTP/1.0, keep-alive", "9112, 9.3", sent("Connection: keep-alive", version="HTTP/1.0"), 200, STAYS)
    yield ("Connection: close", "9112, 9.6", sent("Connection: Close"), 200, CLOSES)
    yield ("Connection: close in a list", "9112, 9.6", sent("Connection: x, close"), 200, CLOSES)
    yield ("HTTP/1.2", "9110, 2.5", sent(version="HTTP/1.2"), 400, CLOSES)
    yield ("HTTP/2.0", "9110, 15.6.6", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, CLOSES)
    yield ("an empty line before", "9112, 2.2", b"\r\n" + sent(), 200, STAYS)
    yield ("a line feed before", "9112, 2.2", b"\n" + sent(), 400, CLOSES)
    yield ("a space before the first header", "9112, 2.2", sent().replace(b"Host", b" Host", 1), 400, CLOSES)
    yield ("a folded header", "9112, 5.2", sent("X-Folded: a\r\n b\r\n\tc"), 200, STAYS)
    yield ("a bare CR in a header", "9112, 2.2", sent("X-Bare: a\rTransfer-Encoding: chunked"), 400, CLOSES)
    yield ("a NUL in a header", "9110, 5.5", sent("X-Nul: a\0b"), 400, CLOSES)
    yield ("a header without a name", "9110, 5.1", sent(": x"), 400, CLOSES)
    yield ("no body for GET", "9110, 9.3.1", message(b"", method="GET", length=False), 405, STAYS)
    yield ("a body for GET", "9110, 9.3.1", sent(method="GET"), 405, STAYS)
    yield ("an unknown method", "9110, 9.1", sent(method="BREW", target="/"), 404, STAYS)
    yield ("Upgrade", "9110, 7.8", sent("Connection: upgrade", "Upgrade: h2c"), 200, STAYS)


def requests_are_served_or_refused_as_the_rfcs_say():
    cases = list(rfc_cases())
    failed, expected = [], set()
    with mock_service(options.mock, "--source-limit", "0") as service:
        for number, (name, section, sent, code, stays) in enumerate(cases):
            # One more request, which is answered only where the connection stays; where it does not, the
            # service ends it by itself.
            probe = message(text(f"probe-{number}"))
            if stays:
                expected.add(f"probe-{number}")
            try:
                got = statuses(exchange(service, sent + probe, end=stays))
            except (AssertionError, OSError) as e:
                got = repr(e)
            if got != [code] + [200] * stays:
                failed.append(f"{name} (RFC {section}): {got}, not {[code] + [200] * stays}")
        names = set(service.names())
    assert not failed, "\n    ".join(failed)
    assert "smuggled" not in names
    assert {name for name in names if name.startswith("probe-")} == expected
    return f"{len(cases)} cases"


def trailers_are_no_headers():
    """A field behind the last chunk changes nothing of how the request is understood."""
    with mock_service(options.mock) as service:
        def sent(trailer, body, *headers):
            return message(chunks(body, trailers=trailer + b"\r\n"), CHUNKED, *headers, length=False)

        for n, trailer in enumerate((b"x-mock-inject: Throttling", b"Content-Type: text/plain", b"Accept: text/html",
                                     b"Host: other", b"Expect: x", b"Connection: close")):
            answer = exchange(service, sent(trailer, text(f"trailer-{n}")) + message(text(f"behind-{n}")))
            assert statuses(answer) == [200, 200], (trailer, answer[:500])
        # A header that is needed does not come too late.
        bare = sent(b"Content-Type: application/json", text("bare"))
        bare = bare.replace(b"Content-Type: application/json\r\n", b"", 1)
        assert statuses(exchange(service, bare)) == [415]
        # Nor do trailers change where the message ends.
        for trailer in b"Content-Length: 5", b"Transfer-Encoding: chunked":
            assert statuses(exchange(service, sent(trailer, text("framed")) + message(text("framed")))) == [400]
        assert service.names() == sorted([f"{name}-{n}" for name in ("behind", "trailer") for n in range(6)])


def peak_memory(service):
    return service.memory() // MIB


def what_is_between_chunks_is_bounded():
    """Sizes, extensions and trailers count: no connection sends more of them than of a header."""
    body = text("framed")
    one = b"1%s\r\n \r\n"
    endless = {
        "one extension": b"2;" + b"x" * 24 * MIB,
        "one quoted extension": b'2;x="' + b"y" * 24 * MIB,
        "digits": b"0" * 24 * MIB,
        "an extension of the last chunk": chunks(body)[:-4] + b";" + b"x" * 24 * MIB,
        "one trailer": chunks(body)[:-2] + b"X-Trailer: " + b"x" * 24 * MIB,
        "trailers": chunks(body)[:-2] + b"X: y\r\n" * (4 * MIB),
        "no line end": b"2" + b" " * 24 * MIB,
        "extensions, each short": one % b";x=y" * 100000,
        "extensions, each long": one % (b";" + b"x" * 8000) * 1000,
        "digits, each short": (b"0" * 100 + one % b"") * 100000,
        "chunks of one byte": one % b"" * 100000,
        "trailers of just too much": chunks(body)[:-2] + b"X-Trailer: " + b"x" * 16384 + b"\r\n\r\n",
    }
    with mock_service(options.mock) as service:
        assert status(exchange(service, message(b"{}"))) == 400
        usual = peak_memory(service)
        for name, sent in endless.items():
            answer = exchange(service, message(sent, CHUNKED, length=False), end=False)
            assert statuses(answer) == [431], (name, answer[:200])
            peak = peak_memory(service)
            assert peak < usual + 15, f"{name}: {peak} MiB, where {usual} are usual"
        assert service.names() == []
        # What is a lot, but not too much, is served.
        for n, sent in enumerate((chunks(text("much-0"), 7, extension=b";" + b"x" * 300),
                                  chunks(text("much-1"), trailers=b"X-Trailer: " + b"x" * 15000 + b"\r\n"),
                                  b"0" * 10000 + chunks(text("much-2"), 10000))):
            assert statuses(exchange(service, message(sent, CHUNKED, length=False))) == [200], n
    # Nor do many connections at once: each has a header, a body and a buffer of its own, and no more.
    with mock_service(options.mock) as service:
        run_threads(32, lambda i: exchange(
            service, message(list(endless.values())[i % 4][:8 * MIB], CHUNKED, length=False), end=False))
        together = peak_memory(service)
        assert together < usual + 30, f"{together} MiB, where {usual} are usual"
    return f"{peak} MiB at most in memory, with 32 connections {together} MiB, usually {usual} MiB"


def malformed_http_is_refused():
    good = message(text("malformed"))
    cases = {
        "no method": b" / HTTP/1.1\r\n\r\n",
        "no version": b"GET /\r\n\r\n",
        "another version": good.replace(b"HTTP/1.1", b"HTTP/3.0"),
        "no protocol": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 64,  # a TLS greeting
        "a NUL in a header": good.replace(b"localhost", b"local\0host"),
        "a space before the colon": good.replace(b"Host:", b"Host :"),
        "no colon": good.replace(b"Host: localhost", b"Host"),
        "a bare line feed": good.replace(b"\r\n", b"\n"),
        "a negative length": message(b"{}", "Content-Length: -2", length=False),
        "a length that is no number": message(b"{}", "Content-Length: 2x", length=False),
        "a length of 21 digits": message(b"{}", "Content-Length: " + "9" * 21, length=False),
        "two lengths": message(b"{}", "Content-Length: 2", "Content-Length: 3", length=False),
        "a length and chunks": message(b"2\r\n{}\r\n0\r\n\r\n", "Transfer-Encoding: chunked",
                                       "Content-Length: 2", length=False),
        "a chunk of no length": message(b"x\r\n{}\r\n0\r\n\r\n", "Transfer-Encoding: chunked", length=False),
        "a chunk that overflows": message(b"f" * 17 + b"\r\n{}", "Transfer-Encoding: chunked", length=False),
        "no host": good.replace(b"Host: localhost\r\n", b""),
        "two hosts": good.replace(b"Host: localhost\r\n", b"Host: a\r\nHost: b\r\n"),
        "a truncated body": good[:-1],
        "a truncated header": good[:40],
    }
    with mock_service(options.mock) as service:
        for name, sent in cases.items():
            answer = exchange(service, sent)
            assert status(answer) == 400, (name, answer[:200])
            head, _, body = answer.partition(b"\r\n\r\n")
            assert b"BadRequestException" in head and json.loads(body)["message"], (name, answer)
        assert exchange(service, b"") == b""
        assert service.names() == []
    return f"{len(cases)} cases"


def sizes_are_bounded():
    with mock_service(options.mock) as service:
        big = b'{"sourceName": "' + b"x" * MIB
        chunk = b"10000\r\n" + b" " * 65536 + b"\r\n"
        for name, sent, expected in (
                ("a body of over 1 MiB", message(big), 413),
                ("a length of 1 TiB", message(b"{", f"Content-Length: {2**40}", length=False), 413),
                ("chunks of over 1 MiB", message(chunk * 17, "Transfer-Encoding: chunked", length=False), 413),
                ("chunks that never end", message(chunk * 200, "Transfer-Encoding: chunked", length=False), 413),
                ("a header of 20 KB", message(b"{}", "X-Long: " + "x" * 20000), 431),
                ("2,000 headers", message(b"{}", *(f"X-{n}: {n}" for n in range(2000))), 431),
                ("a target of 20 KB", message(b"{}", target="/" + "x" * 20000), 431),
                ("a header that never ends", b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 100000, 431)):
            answer = exchange(service, sent, end=False)
            assert status(answer) == expected, (name, answer[:100])
        # What is just not too much is read and checked.
        fits = text("fits")
        assert status(exchange(service, message(fits + b" " * (MIB - len(fits))))) == 200
        assert status(exchange(service, message(b"[" * MIB))) == 400
        assert status(exchange(service, message(fits, "X-Amz-Security-Token: " + "x" * 12000))) == 409
        peak = peak_memory(service)
    return f"{peak} MiB at most in memory"


def slow_clients_are_cut_off():
    with mock_service(options.mock, "--timeout", "1") as service:
        good = message(text("slow"))
        slow = []

        def trickle(sent):
            """Sends a byte now and then, which must not count as progress."""
            start = time.monotonic()
            with service.socket() as client:
                client.settimeout(0.05)
                for byte in sent:
                    try:
                        client.sendall(bytes([byte]))
                        if client.recv(1000) == b"":
                            break
                    except socket.timeout:
                        continue
                    except OSError:
                        break
                else:
                    raise AssertionError("a slow client was served to the end")
            slow.append(time.monotonic() - start)

        def others():
            for n in range(50):
                assert service.create(request(f"meanwhile-{n}")).status == 200

        head = good.index(b"\r\n\r\n") + 4
        with service.socket() as body_only, service.socket() as silent:
            body_only.sendall(good[:head])
            work = [lambda: trickle(good), lambda: trickle(good[:head] * 10),
                    lambda: trickle(b"\r\n" * 200), others,
                    lambda: received(body_only), lambda: received(silent)]
            run_threads(len(work), lambda i: work[i]())
        assert max(slow) < 6, slow


def a_client_that_takes_no_answer_is_cut_off():
    with mock_service(options.mock, "--timeout", "1") as service, service.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.settimeout(20)
        try:
            for _ in range(100000):
                client.sendall(message(b"{}") * 50)
            raise AssertionError("the service reads on and on")
        except (ConnectionError, socket.timeout):
            pass


def connections_are_bounded():
    with mock_service(options.mock, "--connections", "4", "--timeout", "1") as service, ExitStack() as open_:
        for _ in range(8):
            open_.enter_context(service.socket())
        assert service.create(request("patient")).status == 200  # when the silent ones are cut off


def keep_alive_and_pipelining_work():
    with mock_service(options.mock, "--source-limit", "0") as service:
        names = [f"pipelined-{n}" for n in range(100)]
        sent = b"".join(message(text(name)) for name in names)
        answer = exchange(service, sent)
        assert answer.count(b"HTTP/1.1 200 OK") == 100, answer[:300]
        order = [answer.index(f'"sourceName":"{name}"'.encode()) for name in names]
        assert order == sorted(order)
        old = exchange(service, message(text("old"), version="HTTP/1.0"), end=False)
        assert status(old) == 200
        closing = exchange(service, message(text("closing"), "Connection: close"), end=False)
        assert status(closing) == 200
        chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in
                          (text("chunked")[:7], text("chunked")[7:])) + b"0\r\n\r\n"
        assert status(exchange(service, message(chunks, "Transfer-Encoding: chunked", length=False))) == 200
        with service.socket() as client:
            whole = message(text("patient"), "Expect: 100-continue")
            head = whole.index(b"\r\n\r\n") + 4
            client.sendall(whole[:head])
            assert client.recv(1000).startswith(b"HTTP/1.1 100 ")
            client.sendall(whole[head:])
            assert status(client.recv(4096)) == 200


def continue_is_said_to_who_waits_for_it():
    """RFC 9110, 10.1.1."""
    with mock_service(options.mock) as service:
        def talk(name, *headers, version="HTTP/1.1", waits, encoded=False):
            body = chunks(text(name)) if encoded else text(name)
            whole = message(body, "Expect: 100-continue", *headers, version=version, length=not encoded)
            head = whole.index(b"\r\n\r\n") + 4
            with service.socket(timeout=0.5) as client:
                client.sendall(whole[:head])
                try:
                    said = client.recv(1000)
                except socket.timeout:
                    said = b""
                client.settimeout(60)
                client.sendall(whole[head:])
                assert said.startswith(b"HTTP/1.1 100 ") if waits else said == b"", (name, said)
                assert status(client.recv(4096)) == 200, name

        talk("by-length", waits=True)
        talk("in-chunks", CHUNKED, encoded=True, waits=True)
        talk("old", version="HTTP/1.0", waits=False)
        # It need not be said where the body is there, where none will come, or where none is wanted.
        for sent, code in ((message(text("at-once"), "Expect: 100-continue"), 200),
                           (message(b"", "Expect: 100-continue", method="GET", length=False), 405),
                           (message(b"", "Expect: 100-continue", f"Content-Length: {2**40}", length=False), 413)):
            answer = exchange(service, sent)
            assert status(answer) == code, answer[:200]


def half_closed_connections_are_answered():
    """A client may end its side after a request, and gets its answers; a part of a request is none."""
    with mock_service(options.mock) as service:
        good = message(text("half"))
        encoded = message(chunks(text("half")), CHUNKED, length=False)
        for sent, expected in ((b"", []), (b"\r\n", []), (b"\r", []), (good, [200]), (good + encoded, [409, 409]),
                               (good + b"\r\n", [409]), (good + good[:10], [409, 400]), (good + good[:-1], [409, 400]),
                               (good + encoded[:-2], [409, 400]), (good + encoded[:-5], [409, 400]),
                               (good + encoded[:-20], [409, 400])):
            answer = exchange(service, sent)
            assert statuses(answer) == expected, (sent, answer)
        assert service.names() == ["half"]


def mutants_do_no_harm():
    """Bytes of good messages changed, cut and doubled: whatever is answered, is answered well."""
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    with mock_service(options.mock) as service:
        def send(_):
            for _ in range(options.mutants // 10):
                body = text(f"m-{chance.getrandbits(32)}")
                sent = bytearray(message(body) if chance.randrange(2) else
                                 message(chunks(body, 50, b";a=b", b"X: y\r\n"), CHUNKED, length=False))
                for _ in range(chance.randint(1, 4)):
                    at = chance.randrange(len(sent))
                    change = chance.randrange(4)
                    if change == 0:
                        sent[at] = chance.randrange(256)
                    elif change == 1:
                        del sent[at:at + chance.randint(1, 20)]
                    elif change == 2:
                        sent[at:at] = chance.choice([b"\r\n", b"\0", b'"', b"\xff", b":", b"{", b" "])
                    else:
                        sent[at:at] = sent[at:at + chance.randint(1, 50)]
                answer = exchange(service, bytes(sent))
                assert answer == b"" or status(answer) in (200, 400, 404, 405, 406, 409, 413, 415, 417, 431, 501), \
                    (seed, bytes(sent), answer[:200])

        run_threads(10, send)
        assert service.create(request("still-there")).status == 200
    return f"{options.mutants} messages, seed {seed}"


run_tests([requests_are_served_or_refused_as_the_rfcs_say, trailers_are_no_headers,
           what_is_between_chunks_is_bounded, malformed_http_is_refused, sizes_are_bounded, slow_clients_are_cut_off,
           a_client_that_takes_no_answer_is_cut_off, connections_are_bounded,
           keep_alive_and_pipelining_work, continue_is_said_to_who_waits_for_it,
           half_closed_connections_are_answered, mutants_do_no_harm])
