#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""`kill -9` and SIGTERM while the mock service writes: every acknowledged source is still there.

    mock_service_crashes.py TOOL [--rounds N] [--connections N]
"""

import http.client
import random
import tempfile
import threading
import time
from pathlib import Path

from support.mock_service import MockService, arguments, names_in, request, run_tests, run_threads

options = arguments(__doc__, rounds=10, connections=8)


def interrupt(store, round_number, delay, how):
    """Has clients create sources until the service is ended; returns what was acknowledged, and how
    many creates were asked for."""
    service = MockService(options.mock, store, "--source-limit", "0")
    acknowledged = [[] for _ in range(options.connections)]
    sent = [0] * options.connections
    under_way = threading.Semaphore(0)

    def create(i):
        try:
            with service.connect() as connection:
                while True:
                    name = f"r{round_number}-c{i}-{sent[i]}"
                    sent[i] += 1
                    answer = connection.create(request(name))
                    assert answer.status == 200, (answer.status, answer.body)
                    acknowledged[i].append(name)
                    under_way.release()
        except (OSError, http.client.HTTPException):
            pass  # killed: what was asked last has no answer

    def end(_):
        assert under_way.acquire(timeout=60), "nothing is acknowledged"
        time.sleep(delay)
        how(service)

    run_threads(options.connections + 1, lambda i: (end if i == options.connections else create)(i))
    return sum(acknowledged, []), sum(sent)


def acknowledged_sources_survive():
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    print(f"seed {seed}")
    acknowledged, asked, lost = set(), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.db"
        for n in range(options.rounds):
            got, sent = interrupt(store, n, chance.uniform(0, 0.1), MockService.kill)
            assert not acknowledged.intersection(got), "a name was acknowledged twice"
            acknowledged.update(got)
            asked += sent
            kept = set(names_in(store))
            lost += len(acknowledged - kept)
            # What was kept and not acknowledged is at most what each client asked last.
            assert len(kept) <= len(acknowledged) + options.connections * (n + 1)
        # The service itself knows them all, too.
        service = MockService(options.mock, store, "--source-limit", "0")
        with service.connect() as connection:
            for name in sorted(acknowledged)[:: max(1, len(acknowledged) // 100)]:
                answer = connection.create(request(name))
                assert answer.status == 409, (name, answer.status)
        assert service.stop() == 0
    assert lost == 0, f"{lost} acknowledged sources are gone (seed {seed})"
    return (f"{options.rounds} rounds of kill -9, {asked} creates asked for, "
            f"{len(acknowledged)} acknowledged, {lost} lost")


def a_clean_end_answers_what_it_keeps():
    """After SIGTERM the acknowledged sources are there, and no others."""

    def terminate(service):
        assert service.stop(timeout=20) == 0

    rounds, total = max(3, options.rounds // 10), 0
    for n in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            store = Path(folder) / "store.db"
            acknowledged, _ = interrupt(store, n, 0.01 * n, terminate)
            assert sorted(acknowledged) == names_in(store)
            total += len(acknowledged)
    return f"{rounds} rounds of SIGTERM, {total} acknowledged and kept"


run_tests([acknowledged_sources_survive, a_clean_end_answers_what_it_keeps])
