#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The mock service under load: no create is lost, none is doubled.

    mock_service_load.py TOOL [--creates N] [--connections N]
"""

import time
from collections import Counter

from support.mock_service import arguments, mock_service, request, run_tests, run_threads

options = arguments(__doc__, creates=1000, connections=50)


def every_create_is_kept():
    with mock_service(options.mock, "--source-limit", "0") as service:
        acknowledged = [[] for _ in range(options.connections)]

        def create(i):
            with service.connect() as connection:
                for n in range(i, options.creates, options.connections):
                    answer = connection.create(request(f"source-{n}"))
                    assert answer.status == 200, (answer.status, answer.body)
                    assert answer.json["source"]["sourceName"] == f"source-{n}"
                    acknowledged[i].append(f"source-{n}")

        start = time.monotonic()
        run_threads(options.connections, create)
        seconds = time.monotonic() - start
        kept = service.names()
        assert sorted(sum(acknowledged, [])) == kept, "what is acknowledged is not what is kept"
        assert len(kept) == len(set(kept)) == options.creates
    return (f"{options.creates} creates over {options.connections} connections in {seconds:.2f} s, "
            f"{options.creates / seconds:.0f} a second, 0 lost, 0 doubled")


def a_name_has_one_winner():
    """All connections want the same names at the same time: one gets each, the others a conflict."""
    names = 20
    with mock_service(options.mock, "--source-limit", "0") as service:
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


run_tests([every_create_is_kept, a_name_has_one_winner])
