#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The mock service's store in trouble: full, locked, moved, read-only, shared or old. A clear error, and nothing lost.

    mock_service_store.py TOOL
"""

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from contextlib import closing, contextmanager
from pathlib import Path

from support.mock_service import MockService, arguments, equal, mock_service, names_in, request, run_tests, run_threads, signed

options = arguments(__doc__)

FIRST_VERSION = Path(__file__).parent / "support" / "store_v1.db"  # three sources, made by the first version
INTERNAL_ERROR = (500, "InternalServerException", {"message": "Internal error"})


def told(answer):
    return answer.status, answer.error, answer.json


@contextmanager
def troubled(store, complaint, **popen):
    """A mock service that must live through trouble, tell of it on standard error, and end well."""
    service = MockService(options.mock, store, "--source-limit", "0", **popen)
    try:
        yield service
        assert service.process.poll() is None, f"it died\n{service.complaints()[-2000:]}"
        log = service.complaints()
        assert f"mock_service: '{store}'" in log and complaint in log, log[-2000:]
        service.process.terminate()
        equal(service.process.wait(60), 0)
        service.process.stdout.close()
    finally:
        service.process.kill()


def a_store_of_the_first_version_is_taken_over():
    sources = [("1" * 12, "eu-west-1", "acme-edr", "2.0"), ("1" * 12, "us-east-1", "acme-edr", None),
               ("2" * 12, "us-east-1", "acme-dns", "1.0")]
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.db"
        shutil.copyfile(FIRST_VERSION, store)
        with closing(sqlite3.connect(store)) as database:
            before = database.execute("SELECT region, source_name, source_version, request, response, created"
                                      " FROM sources").fetchall()
            equal(database.execute("PRAGMA user_version").fetchall(), [(1,)])
        for _ in range(2):
            with mock_service(options.mock, store=store, region=["us-east-1", "eu-west-1"]) as service, \
                    service.connect() as connection:
                equal(connection.sources(), sources)
                equal([connection.create(request(name), signed(region)).status for _, region, name, _ in sources],
                      [409] * 3)
        with closing(sqlite3.connect(store)) as database:
            equal(database.execute("SELECT region, source_name, source_version, request, response, created"
                                   " FROM sources").fetchall(), before)
            equal(database.execute("PRAGMA user_version").fetchall(), [(2,)])
        with mock_service(options.mock, "--leftovers", store=store) as service, service.connect() as connection:
            equal([connection.delete("acme-edr").status, connection.create(request("acme-edr")).status], [200, 409])
        equal(names_in(store), ["acme-dns", "acme-edr"])
        with closing(sqlite3.connect(store)) as database:
            database.execute("PRAGMA user_version = 3")
        done = subprocess.run([options.mock, "--port", "0", "--region", "us-east-1", "--store", store],
                              capture_output=True, timeout=60)
        assert done.returncode == 2 and b"version 3" in done.stderr and done.stderr.count(b"\n") == 1, done.stderr


def a_killed_migration_is_whole_or_not_begun():
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.db"
        for n in range(20):
            for file in Path(folder).iterdir():
                file.unlink()
            shutil.copyfile(FIRST_VERSION, store)
            process = subprocess.Popen([options.mock, "--port", "0", "--region", "us-east-1", "--store", store],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(n * 0.002)
            process.kill()
            process.wait()
            with mock_service(options.mock, store=store) as service, service.connect() as connection:
                equal(len(connection.sources()), 2)


def a_full_disk_is_an_internal_error():
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (200000, 200000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.db"
        with troubled(store, "disk I/O error", preexec_fn=limit, restore_signals=False) as service, \
                service.connect() as connection:
            acknowledged = []
            for n in range(1000):
                answer = connection.create(request(f"source-{n}"))
                if answer.status != 200:
                    break
                acknowledged.append(f"source-{n}")
            equal(told(answer), INTERNAL_ERROR)
            # It lives on: what writes nothing works.
            equal(connection.create(request("source-0")).status, 409)
            equal(connection.delete("nothing").status, 404)
            equal(sorted(name for _, _, name, _ in connection.sources()), sorted(acknowledged))
        equal(names_in(store), sorted(acknowledged))
        with mock_service(options.mock, "--source-limit", "0", store=store) as again, again.connect() as connection:
            equal(connection.create(request("more")).status, 200)
    return f"{len(acknowledged)} sources fit"


def a_locked_store_keeps_nobody_else_waiting():
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.db"
        with troubled(store, "database is locked") as service, service.connect() as connection:
            equal(connection.create(request("before")).status, 200)
            with closing(sqlite3.connect(store, isolation_level=None)) as other:
                other.execute("BEGIN EXCLUSIVE")
                waited, quick = [], []

                def work(i):
                    start = time.monotonic()
                    with service.connect() as mine:
                        if i < 10:
                            answers = [mine.create(request(f"s{i}")) if i % 2 else mine.delete("before")]
                        else:
                            time.sleep(0.5)
                            answers = [mine.create("{"), mine.ask("GET", "/"), mine.list(), mine.list(nextToken="x"),
                                       mine.create(request("y"), {"x-mock-inject": "Throttling"}),
                                       mine.create(request("y"), signed("eu-west-1"))]
                            equal([answer.status for answer in answers], [400, 404, 200, 400, 429, 403])
                    (waited if i < 10 else quick).append((time.monotonic() - start, answers[0]))

                run_threads(12, work)
                for seconds, answer in waited:
                    equal(told(answer), INTERNAL_ERROR)
                    # However many wait, none waits longer than one.
                    assert 4.5 < seconds < 9, seconds
                assert max(seconds for seconds, _ in quick) < 4, quick
                other.execute("ROLLBACK")
            equal(connection.create(request("after")).status, 200)
        equal(names_in(store), ["after", "before"])
    return f"changes gave up after {max(seconds for seconds, _ in waited):.1f} s, all else took " \
           f"{max(seconds for seconds, _ in quick) - 0.5:.2f} s"


def a_store_that_moves_loses_nothing():
    """What is acknowledged may stand in the write-ahead log, which stays behind: it is brought home."""
    for kill in False, True:
        with tempfile.TemporaryDirectory() as folder:
            store, elsewhere = Path(folder) / "store.db", Path(folder) / "elsewhere.db"
            with troubled(store, "was renamed, deleted or replaced") as service, service.connect() as connection:
                equal([connection.create(request(name)).status for name in "abc"], [200] * 3)
                store.rename(elsewhere)
                for answer in connection.create(request("d")), connection.delete("a"), connection.list():
                    equal(told(answer), INTERNAL_ERROR)
                equal(connection.create("{").status, 400)
                if kill:
                    with closing(sqlite3.connect(elsewhere)) as database:  # without a log of its own
                        equal(database.execute("SELECT count(*) FROM sources").fetchall(), [(3,)])
                elsewhere.rename(store)
                equal([connection.create(request(name)).status for name in "da"], [200, 409])
            equal(names_in(store), ["a", "b", "c", "d"])
    with tempfile.TemporaryDirectory() as folder:
        store, elsewhere = Path(folder) / "store.db", Path(folder) / "elsewhere.db"
        service = MockService(options.mock, store)
        equal(service.create(request("a")).status, 200)
        store.rename(elsewhere)
        equal(service.create(request("b")).status, 500)
        service.kill()
        equal(names_in(elsewhere), ["a"])
        # Nobody asks, and it ends: that is a time to look, too.
        service = MockService(options.mock, elsewhere)
        equal(service.create(request("b")).status, 200)
        elsewhere.rename(store)
        equal(service.stop(), 0)
        (Path(folder) / "elsewhere.db-wal").unlink(missing_ok=True)
        equal(names_in(store), ["a", "b"])
        # Another store in its place is left alone.
        service = MockService(options.mock, store)
        equal(service.create(request("c")).status, 200)
        store.rename(elsewhere)
        shutil.copyfile(FIRST_VERSION, store)
        equal(service.create(request("d")).status, 500)
        service.kill()
        equal(names_in(elsewhere), ["a", "b", "c"])
        equal(store.read_bytes(), FIRST_VERSION.read_bytes())


def a_read_only_store_is_refused():
    nobody = {"user": 65534, "group": 65534, "extra_groups": []} if os.getuid() == 0 else {}
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.db"
        with mock_service(options.mock, store=store) as service:
            equal(service.create(request("a")).status, 200)
        os.chmod(folder, 0o555)
        os.chmod(store, 0o444)
        try:
            done = subprocess.run([options.mock, "--port", "0", "--region", "us-east-1", "--store", store],
                                  capture_output=True, timeout=60, cwd="/", **nobody)
        except PermissionError:
            return "left out: another user may not run the service here"
        finally:
            os.chmod(folder, 0o755)
        assert done.returncode == 2 and not done.stdout and done.stderr.count(b"\n") == 1, done
        assert str(store).encode() in done.stderr and b"readonly database" in done.stderr, done.stderr
        equal(names_in(store), ["a"])


def two_services_share_a_store():
    """Each change is one transaction, so two processes are as good as one: what either acknowledges holds for both."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.db"
        with mock_service(options.mock, store=store) as one, mock_service(options.mock, store=store) as two:
            services, statuses = (one, two), [[], []]

            def work(i):
                with services[i].connect() as connection:
                    statuses[i] = [connection.create(request(f"s{n}")).status for n in range(40)]

            run_threads(2, work)
            for pair in zip(*statuses):
                equal(sorted(pair), [200, 409])
            with one.connect() as first, two.connect() as second:
                equal(first.sources(), second.sources())
                equal([first.delete("s0").status, second.delete("s0").status], [200, 404])
                # The limit of 50 counts what either made.
                equal([service.create(request(f"t{n}")).status for n in range(6) for service in (first, second)],
                      [200, 409] * 6)
                equal([first.create(request(f"u{n}")).status for n in range(8)], [200] * 5 + [400] * 3)
                equal(second.create(request("v")).status, 400)
        equal(len(names_in(store)), 50)


run_tests([a_store_of_the_first_version_is_taken_over, a_killed_migration_is_whole_or_not_begun,
           a_full_disk_is_an_internal_error, a_locked_store_keeps_nobody_else_waiting, a_store_that_moves_loses_nothing,
           a_read_only_store_is_refused, two_services_share_a_store])
