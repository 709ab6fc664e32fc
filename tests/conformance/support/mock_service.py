# SPDX-License-Identifier: BSL-1.0
"""Starts the mock service, talks to it, reads its store."""

import argparse
import http.client
import json
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing, contextmanager
from pathlib import Path

TARGET = "/v1/datalake/logsources/custom"
LIST_TARGET = "/v1/datalake/logsources/list"
JSON = {"Content-Type": "application/json"}
SKIPPED = 77
REGION = "us-east-1"


def arguments(description, **integers):
    """The command line of a test: the tool, whose neighbour the mock service is, and some numbers."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("tool", type=Path)
    for name, default in integers.items():
        parser.add_argument(f"--{name}", type=int, default=default)
    parsed = parser.parse_args()
    parsed.tool = parsed.tool.resolve()
    parsed.mock = parsed.tool.with_name("mock_service")
    if not parsed.mock.exists():
        print("skipped: the mock service was not built: it needs LAKEPROOF_BUILD_EXAMPLES, SQLite, CLI11")
        sys.exit(SKIPPED)
    return parsed


def request(name, version=None, account="123456789012", partition="aws"):
    body = {"configuration": {
                "crawlerConfiguration": {"roleArn": f"arn:{partition}:iam::{account}:role/Crawler"},
                "providerIdentity": {"externalId": "acme-2026", "principal": "123456789012"}},
            "eventClasses": ["NETWORK_ACTIVITY"],
            "sourceName": name}
    return body if version is None else {**body, "sourceVersion": version}


def equal(found, expected):
    assert found == expected, f"{found!r} is not {expected!r}"


def refused(answer, status, error, *words, **members):
    equal((answer.status, answer.error), (status, error))
    for word in words:
        assert word in answer.json["message"], answer.json
    equal({name: answer.json.get(name) for name in members}, members)


def signed(region):
    """Headers of a request that is signed for a Region, as far as the mock service looks."""
    return {"Authorization": f"AWS4-HMAC-SHA256 Credential=AKID/20260101/{region}/securitylake/aws4_request, "
                             "SignedHeaders=host, Signature=00"}


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def error(self):
        return self.headers["X-Amzn-ErrorType"]


class Connection(http.client.HTTPConnection):
    """A connection that is kept alive."""

    def create(self, body, headers=None):
        text = body if isinstance(body, (bytes, str)) else json.dumps(body)
        return self.ask("POST", TARGET, text, {**JSON, **(headers or {})})

    def delete(self, name, version=None, headers=None):
        query = "" if version is None else f"?sourceVersion={version}"
        return self.ask("DELETE", f"{TARGET}/{name}{query}", headers=headers or {})

    def list(self, headers=None, **members):
        return self.ask("POST", LIST_TARGET, json.dumps(members), {**JSON, **(headers or {})})

    def pages(self, headers=None, **members):
        """The pages of a list, each as a list of (account, Region, name, version)."""
        while True:
            answer = self.list(headers, **members)
            assert answer.status == 200, (answer.status, answer.body)
            yield [(group["account"], group["region"], source["customLogSource"]["sourceName"],
                    source["customLogSource"].get("sourceVersion"))
                   for group in answer.json["sources"] for source in group["sources"]]
            if "nextToken" not in answer.json:
                return
            members["nextToken"] = answer.json["nextToken"]

    def sources(self, headers=None, **members):
        return sum(self.pages(headers, **members), [])

    def ask(self, *request, **options):
        self.request(*request, **options)
        return Answer(self.getresponse())

    def set(self, **settings):
        answer = self.ask("PATCH", "/_mock/settings", json.dumps(settings), JSON)
        assert answer.status == 200, answer.body

    def state(self):
        return self.ask("GET", "/_mock/state").json


class MockService:
    """A running mock service. What it writes to standard error is kept, and may hold no complaint."""

    def __init__(self, program, store, *flags, region=REGION, **popen):
        regions = [region] if isinstance(region, str) else region
        self.store = Path(store)
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [program, "--port", "0", *(word for each in regions for word in ("--region", each)),
             "--store", store, *flags],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log, **popen)
        line = self.process.stdout.readline().decode()
        if not line.startswith("listening on 127.0.0.1:"):
            self.process.kill()
            raise AssertionError(f"the first line is {line!r}\n{self.complaints()}")
        self.port = int(line.rsplit(":", 1)[1])

    def connect(self, timeout=60):
        return closing(Connection("127.0.0.1", self.port, timeout=timeout))

    def socket(self, timeout=60):
        return closing(socket.create_connection(("127.0.0.1", self.port), timeout))

    def create(self, *request):
        with self.connect() as connection:
            return connection.create(*request)

    def complaints(self):
        self.log.seek(0)
        return self.log.read().decode(errors="backslashreplace")

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def stop(self, timeout=60):
        """Ends it as an administrator would; returns its exit status."""
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(timeout)
        self.process.stdout.close()
        log = self.complaints()
        for trace in "mock_service:", "terminate called", "Sanitizer", "runtime error:":
            assert trace not in log, log[-2000:]
        return status

    def memory(self):
        """The most that it has taken, in bytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) * 1024

    def names(self):
        return names_in(self.store)


def names_in(store):
    with closing(sqlite3.connect(store)) as database:
        return [name for name, in database.execute("SELECT source_name FROM sources ORDER BY 1")]


@contextmanager
def mock_service(program, *flags, store=None, **options):
    """A mock service that must still be there at the end, and then end well."""
    with tempfile.TemporaryDirectory() as folder:
        service = MockService(program, store or Path(folder) / "store.db", *flags, **options)
        try:
            yield service
            assert service.process.poll() is None, f"it died\n{service.complaints()[-2000:]}"
            assert service.stop() == 0, "it does not exit with 0"
        finally:
            service.process.kill()


def run_threads(count, work):
    """Runs `work(0)` … `work(count - 1)` at once; raises what one of them raised."""
    raised = []

    def guarded(i):
        try:
            work(i)
        except BaseException as e:  # also a failed assertion
            raised.append(e)

    threads = [threading.Thread(target=guarded, args=(i,)) for i in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if raised:
        raise raised[0]


def run_tests(tests):
    """Runs functions by their names' order in the script; exits with 1 if one fails."""
    failed = 0
    for test in tests:
        start = time.monotonic()
        try:
            note = test()
        except Exception as e:
            failed += 1
            note = f"FAILED: {type(e).__name__}: {e}"
            line = e.__traceback__
            while line:
                note += f"\n    {line.tb_frame.f_code.co_filename}:{line.tb_lineno}"
                line = line.tb_next
        print(f"{test.__name__} ({time.monotonic() - start:.1f} s){': ' + note if note else ''}")
    sys.exit(1 if failed else 0)
