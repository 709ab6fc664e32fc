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
        with open(f"/proc/{service.process.pid}/status", encoding="ascii") as about:
            peak = next(int(line.split()[1]) for line in about if line.startswith("VmHWM"))
    return f"{peak // 1024} MiB at most in memory"


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
            work = [lambda: trickle(good), lambda: trickle(good[:head] * 10), others,
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
    with mock_service(options.mock) as service:
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


def mutants_do_no_harm():
    """Bytes of good messages changed, cut and doubled: whatever is answered, is answered well."""
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    with mock_service(options.mock) as service:
        def send(_):
            for _ in range(options.mutants // 10):
                sent = bytearray(message(text(f"m-{chance.getrandbits(32)}")))
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
                assert answer == b"" or status(answer) in (200, 400, 404, 405, 409, 413, 415, 431), \
                    (seed, bytes(sent), answer[:200])

        run_threads(10, send)
        assert service.create(request("still-there")).status == 200
    return f"{options.mutants} messages, seed {seed}"


run_tests([malformed_http_is_refused, sizes_are_bounded, slow_clients_are_cut_off,
           a_client_that_takes_no_answer_is_cut_off, connections_are_bounded,
           keep_alive_and_pipelining_work, mutants_do_no_harm])
