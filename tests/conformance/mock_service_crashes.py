#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""`kill -9` and SIGTERM while sources come and go: what was acknowledged stays done.

    mock_service_crashes.py TOOL [--rounds N] [--connections N]
"""

import http.client
import random
import tempfile
import threading
import time
from pathlib import Path

from support.mock_service import MockService, arguments, names_in, request, run_tests, run_threads

options = arguments(__doc__, rounds=100, connections=8)


class Client:
    """Knows which sources of its account there are, since nobody else changes it, but for the one that it was
    changing when the service ended."""

    def __init__(self, number):
        self.number = number
        self.account = f"{number + 1:012}"
        self.there = set()
        self.doubtful = set()  # what was asked for last, and not answered
        self.changes = 0

    def change(self, connection, chance):
        if self.there and chance.random() < 0.4:
            name = chance.choice(sorted(self.there))
            self.doubtful = {name}
            answer = connection.delete(name)
            self.there.remove(name)
        else:
            name = f"c{self.number}-{self.changes}"
            self.doubtful = {name}
            answer = connection.create(request(name, account=self.account))
            self.there.add(name)
        assert answer.status == 200, (name, answer.status, answer.body)
        self.doubtful = set()
        self.changes += 1

    def look(self, connection):
        found = {name for _, _, name, _ in connection.sources(accounts=[self.account])}
        assert found == self.there, f"lists {found - self.there}, but not {self.there - found}"

    def settle(self, kept):
        """Compares with the store, which alone knows how what had no answer went on."""
        mine = {name for name in kept if name.startswith(f"c{self.number}-")}
        lost, undead = self.there - mine - self.doubtful, mine - self.there - self.doubtful
        assert not lost, f"acknowledged, but gone: {lost}"
        assert not undead, f"deleted, but there: {undead}"
        self.changes += 1  # no name is used twice
        self.there, self.doubtful = mine, set()


def interrupt(store, clients, chance, delay, how):
    """Has the clients change the lake until the service is ended."""
    service = MockService(options.mock, store, "--source-limit", "0")
    under_way = threading.Semaphore(0)
    seeds = [chance.getrandbits(32) for _ in clients]

    def work(i):
        mine = random.Random(seeds[i])
        try:
            with service.connect() as connection:
                while True:
                    clients[i].look(connection)
                    for _ in range(4):
                        clients[i].change(connection, mine)
                        under_way.release()
        except (OSError, http.client.HTTPException):
            pass  # killed: what was asked last has no answer

    def end():
        assert under_way.acquire(timeout=60), "nothing is acknowledged"
        time.sleep(delay)
        how(service)

    run_threads(len(clients) + 1, lambda i: end() if i == len(clients) else work(i))


def acknowledged_changes_survive():
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    print(f"seed {seed}")
    clients = [Client(i) for i in range(options.connections)]
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.db"
        for _ in range(options.rounds):
            interrupt(store, clients, chance, chance.uniform(0, 0.1), MockService.kill)
            kept = names_in(store)
            assert len(kept) == len(set(kept))
            for client in clients:
                client.settle(kept)
        # The service itself knows them all, too.
        service = MockService(options.mock, store, "--source-limit", "0")
        with service.connect() as connection:
            for client in clients:
                client.look(connection)
        assert service.stop() == 0
    return f"{options.rounds} rounds of kill -9, {sum(client.changes for client in clients)} changes, 0 lost"


def a_clean_end_answers_what_it_does():
    """After SIGTERM what was acknowledged is there, and nothing else."""

    def terminate(service):
        assert service.stop(timeout=20) == 0

    rounds, total = max(3, options.rounds // 10), 0
    for n in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            store = Path(folder) / "store.db"
            clients = [Client(i) for i in range(options.connections)]
            interrupt(store, clients, random.Random(n), 0.01 * n, terminate)
            assert sorted(name for client in clients for name in client.there) == names_in(store)
            total += sum(client.changes for client in clients)
    return f"{rounds} rounds of SIGTERM, {total} changes acknowledged and kept"


run_tests([acknowledged_changes_survive, a_clean_end_answers_what_it_does])
