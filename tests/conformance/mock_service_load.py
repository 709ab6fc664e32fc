#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The mock service under load: nothing is lost, nothing is doubled, and lists tell the truth; idle clients cost nothing.

    mock_service_load.py TOOL [--operations N] [--connections N] [--idle N]
"""

import json
import os
import random
import resource
import selectors
import socket
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from support.lake_model import Done, check_lists, check_order, replay
from support.mock_service import arguments, mock_service, request, run_tests, run_threads, signed

options = arguments(__doc__, operations=10000, connections=50, idle=10000)

MIB = 1024 * 1024
REGIONS = ["us-east-1", "eu-west-1"]
ACCOUNTS = [str(digit) * 12 for digit in range(1, 6)]


class Client:
    """Does one thing after the other on one connection, and keeps what it was told."""

    def __init__(self, connection, number, seed):
        self.connection = connection
        self.chance = random.Random(seed * 1000 + number)
        # Names of its own, which it knows to be free, and some that all want.
        self.names = [f"own-{number}-{n}" for n in range(3)] + [f"wanted-{n}" for n in range(4)]
        self.done = []

    def act(self):
        region = self.chance.choice(REGIONS)
        kind = self.chance.choices(["create", "delete", "list"], [4, 3, 3])[0]
        if kind == "list":
            return self.list(region)
        key = region, self.chance.choice(self.names)
        account = self.chance.choice(ACCOUNTS)
        version = self.chance.choice([None, "1.0", "2.0"])
        start = time.monotonic()
        if kind == "create":
            answer = self.connection.create(request(key[1], version, account=account), signed(region))
        else:
            version = self.chance.choice([None, None, version])
            answer = self.connection.delete(key[1], version, signed(region))
        self.note(start, kind, answer, key=key, value=(account, version))

    def list(self, region):
        filters = self.chance.choice([{}, {"region": region}, {"account": self.chance.choice(ACCOUNTS)},
                                      {"name": self.chance.choice(self.names)},
                                      {"region": region, "name": self.chance.choice(self.names)}])
        members = {"maxResults": self.chance.choice([20, 100, 100])}
        if "region" in filters:
            members["regions"] = [region]
        if "account" in filters:
            members["accounts"] = [filters["account"]]
        if "name" in filters:
            members["sources"] = [{"customLogSource": {"sourceName": filters["name"]}}]
        start = time.monotonic()
        pages = list(self.connection.pages(signed(region), **members))
        self.note(start, "list", None, filters=filters, pages=pages)

    def note(self, start, kind, answer, **more):
        self.done.append(Done(start, time.monotonic(), kind, answer.status if answer else 200,
                              answer.headers["x-amzn-RequestId"] if answer else "", **more))


def the_model_agrees():
    """Thousands of creates, deletes and lists at once were answered as if one came after the other."""
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log.jsonl"
        with mock_service(options.mock, "--source-limit", "0", "--log", log, region=REGIONS) as service:
            done = [[] for _ in range(options.connections)]

            def work(i):
                with service.connect() as connection:
                    client = Client(connection, i, seed)
                    for _ in range(options.operations // options.connections):
                        client.act()
                    done[i] = client.done

            start = time.monotonic()
            run_threads(options.connections, work)
            seconds = time.monotonic() - start
            everything = sum(done, [])
            changes = {each.request_id: each for each in everything if each.kind != "list"}
            # The log has the order in which the service did them.
            lines = [json.loads(line) for line in log.read_text().splitlines()]
            ordered = [changes.pop(line["requestId"]) for line in lines
                       if line["operation"] != "ListLogSources"]
            assert not changes, f"the log lacks {len(changes)} changes"
            check_order(ordered)
            lake, effects = replay(ordered)
            lists = [each for each in everything if each.kind == "list"]
            check_lists(lists, effects)
            with service.connect() as connection:
                kept = connection.sources()
            assert kept == sorted((account, region, name, version) for (region, name), (account, version)
                                  in lake.sources.items()), "at the end the lake is another"
            assert sorted(name for _, _, name, _ in kept) == service.names()
    return (f"{len(everything)} operations over {options.connections} connections in {seconds:.1f} s: "
            f"{len(ordered)} changes, {len(effects)} of them made, {len(lists)} lists of "
            f"{sum(len(each.pages) for each in lists)} pages")


def a_name_has_one_winner():
    """All connections want the same names at the same time: one gets each, the others a conflict."""
    names = 20
    with mock_service(options.mock) as service:
        answers = [[] for _ in range(options.connections)]

        def create(i):
            with service.connect() as connection:
                for n in range(names):
                    answer = connection.create(request(f"wanted-{n}"))
                    answers[i].append((n, answer.status))
                    if answer.status != 200:
                        assert answer.error == "ConflictException", answer.body

        run_threads(options.connections, create)
        count = Counter(sum(answers, []))
        for n in range(names):
            assert count[n, 200] == 1, f"wanted-{n} was acknowledged {count[n, 200]} times"
            assert count[n, 409] == options.connections - 1
        assert len(service.names()) == names
    return f"{names * options.connections} requests for {names} names: {names} acknowledged"


def the_limit_holds_under_load():
    """All connections create at once: an account gets as many sources as it may have, and not one more."""
    limit = 20
    with mock_service(options.mock, "--source-limit", str(limit)) as service:
        statuses = [[] for _ in range(options.connections)]

        def create(i):
            with service.connect() as connection:
                statuses[i] = [connection.create(request(f"c{i}-{n}")).status for n in range(3)]

        run_threads(options.connections, create)
        count = Counter(sum(statuses, []))
        assert count == {200: limit, 400: 3 * options.connections - limit}, count
        assert len(service.names()) == limit


def crowd(service, count):
    """Opens connections that say nothing, or a byte now and then; returns how many the service ended."""
    ended, opened = 0, 0
    with selectors.DefaultSelector() as watched, ExitStack() as open_:
        slow = []
        for n in range(count):
            client = open_.enter_context(socket.socket())
            client.setblocking(False)
            client.connect_ex(("127.0.0.1", service.port))
            watched.register(client, selectors.EVENT_READ)
            if n % 2:
                slow.append(client)
        text = iter(b"POST / HTTP/1.1\r\nX: " + b"y" * 1000)
        give_up = time.monotonic() + 60
        while ended < count and time.monotonic() < give_up:
            for key, _ in watched.select(0.2):
                try:
                    over = not key.fileobj.recv(4096)
                except OSError:
                    over = True
                if over:
                    watched.unregister(key.fileobj)
                    ended += 1
            byte = bytes([next(text)])
            for client in slow:
                try:
                    client.send(byte)
                except OSError:
                    pass  # not connected yet, or not any more
    return ended


def idle_and_slow_connections_cost_nothing():
    """Far more of them than are served at once: each is cut off in its turn, and memory stays what few of them take."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    count = min(options.idle, hard - 200)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, count + 200), hard))
    served = 1000
    # AddressSanitizer would keep what was freed, and show it as memory that is taken.
    environment = {**os.environ, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":quarantine_size_mb=1"}
    with mock_service(options.mock, "--connections", str(served), "--timeout", "1", env=environment) as service:
        assert crowd(service, served + 100) == served + 100
        usual = service.memory()
        start = time.monotonic()
        ended = crowd(service, count)
        seconds = time.monotonic() - start
        assert ended == count, f"{count - ended} connections are still open"
        grown = service.memory() - usual
        assert grown < max(4 * MIB, usual / 4), f"{grown / MIB:.0f} MiB more for {count} connections"
        assert service.create(request("patient")).status == 200
    return f"{count} connections cut off in {seconds:.0f} s; at most {usual / MIB:.0f} MiB, {grown // 1024} KiB more"


run_tests([the_model_agrees, a_name_has_one_winner, the_limit_holds_under_load,
           idle_and_slow_connections_cost_nothing])
