#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The states of the mock service's lake: limits, changes, roles, leftovers; the endpoints that set them; the log.

    mock_service_lake.py TOOL
"""

import json
import tempfile
import time
from pathlib import Path

from support.mock_service import (JSON, LIST_TARGET, TARGET, arguments, equal, mock_service, refused, request, run_tests,
                                  signed)

options = arguments(__doc__)

REGIONS = ["us-east-1", "eu-west-1", "ap-southeast-2"]


def an_account_has_a_limit():
    for flags, limit in ([], 50), (["--source-limit", "3"], 3):
        with mock_service(options.mock, *flags, region=REGIONS[:2]) as service, service.connect() as connection:
            for n in range(limit):
                equal(connection.create(request(f"s{n}"), signed(REGIONS[n % 2])).status, 200)
            for region in REGIONS[:2]:
                refused(connection.create(request("more"), signed(region)), 400, "BadRequestException", "123456789012",
                        str(limit))
            equal(connection.create(request("more", account="2" * 12)).status, 200)
            refused(connection.create(request("s0")), 409, "ConflictException")
            equal(connection.delete("s0").status, 200)
            equal(connection.create(request("again")).status, 200)


def one_change_at_a_time():
    with mock_service(options.mock, "--change-time", "700", region=REGIONS[:2]) as service, \
            service.connect() as connection:
        def wait():
            deadline = time.monotonic() + 20
            while (answer := connection.delete("nothing")).status == 409:
                assert time.monotonic() < deadline
                time.sleep(0.02)
            equal(answer.status, 404)

        start = time.monotonic()
        equal(connection.create(request("a")).status, 200)
        quick = time.monotonic() - start < 0.6  # else the machine is too busy to look
        if quick:
            for answer in (connection.create(request("a")), connection.create(request("b"), signed("eu-west-1")),
                           connection.delete("a")):
                refused(answer, 409, "ConflictException", "in progress", resourceName="default",
                        resourceType="DataLake")
            # What needs no change waits for none, and what is wrong is wrong.
            equal([name for _, _, name, _ in connection.sources()], ["a"])
            equal(connection.create("{").status, 400)
        wait()
        assert time.monotonic() - start >= 0.7
        # What failed changes nothing, and so keeps nobody waiting.
        equal([connection.delete("nothing").status, connection.create(request("a")).status,
               connection.delete("a", "9").status, connection.delete("a").status], [404, 409, 404, 200])
        equal(connection.create(request("b")).status if quick else 409, 409)
        wait()
        equal(connection.create(request("b")).status, 200)
    assert quick, "the machine is too busy"


def roles_exist_or_do_not():
    arn = "arn:aws:iam::123456789012:role/"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "roles"
        file.write_text(f"# comment\n\n{arn}Crawler\r\n{arn}path/Other  \n")
        with mock_service(options.mock, "--roles", str(file)) as service, service.connect() as connection:
            equal(connection.create(request("a")).status, 200)
            refused(connection.create(request("b", account="2" * 12)), 400, "BadRequestException",
                    "arn:aws:iam::222222222222:role/Crawler")
            equal(service.names(), ["a"])
    with mock_service(options.mock, "--role-delay", "400") as service, service.connect() as connection:
        start = time.monotonic()
        refused(connection.create(request("a")), 400, "BadRequestException", arn + "Crawler", "propagated")
        while connection.create(request("a")).status != 200:
            assert time.monotonic() - start < 20
            time.sleep(0.02)
        assert time.monotonic() - start >= 0.4
        equal(connection.create(request("b")).status, 200)
        equal(connection.create(request("c", account="2" * 12)).status, 400)


def a_region_may_have_no_lake():
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.db"
        with mock_service(options.mock, store=store, region=REGIONS) as service, service.connect() as connection:
            for region in REGIONS:
                connection.create(request("a"), signed(region))
        with mock_service(options.mock, "--no-lake", "eu-west-1", "--no-lake", "ap-southeast-2=403", store=store,
                          region=REGIONS) as service, service.connect() as connection:
            for send in (lambda headers: connection.create(request("a"), headers),
                         lambda headers: connection.delete("a", headers=headers), connection.list):
                refused(send(signed("eu-west-1")), 404, "ResourceNotFoundException", "not enabled", "eu-west-1",
                        resourceType="DataLake")
                refused(send(signed("ap-southeast-2")), 403, "AccessDeniedException",
                        "Unable to determine service/operation name to be authorized")
            equal([source[1] for source in connection.sources()], ["us-east-1"])


def deleted_sources_leave_something_behind():
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.db"
        with mock_service(options.mock, "--leftovers", "--mock-endpoints", store=store) as service, \
                service.connect() as connection:
            made = connection.create(request("a")).json["source"]
            equal(connection.delete("a").status, 200)
            crawler = made["attributes"]["crawlerArn"]
            for _ in range(2):
                refused(connection.create(request("a")), 409, "ConflictException", crawler, resourceName=crawler)
            equal(connection.sources(), [])
            equal(connection.state()["leftovers"],
                  [{"region": "us-east-1", "sourceName": "a", "crawlerArn": crawler,
                    "providerRoleArn": made["provider"]["roleArn"]}])
        with mock_service(options.mock, "--leftovers", "--mock-endpoints", store=store) as service, \
                service.connect() as connection:
            equal(connection.create(request("a")).status, 409)
            equal([connection.ask("DELETE", "/_mock/leftovers/a?region=us-east-1").status for _ in range(2)], [200, 404])
            equal([connection.create(request("a")).status, connection.delete("a").status], [200, 200])
        with mock_service(options.mock, store=store) as service, service.connect() as connection:
            # Without the option nothing is left, nor minded.
            equal([connection.create(request("a")).status, connection.delete("a").status,
                   connection.create(request("a")).status], [200] * 3)


def a_test_sets_the_lake():
    arn = "arn:aws:iam::123456789012:role/Crawler"
    with mock_service(options.mock, "--mock-endpoints", "--inject", "Throttling=1", region=REGIONS[:2]) as service, \
            service.connect() as connection:
        at_first = connection.state()
        equal(at_first, {"regions": REGIONS[:2], "changing": False, "sources": [], "leftovers": [], "settings": {
            "changeTime": 0, "sourceLimit": 50, "leftovers": False, "missingLakes": [], "roleDelay": 0,
            "inject": ["ThrottlingException=1"]}})
        equal([connection.create(request("a")).status for _ in range(2)], [429, 200])
        equal(connection.state()["sources"], [{"account": "123456789012", "region": "us-east-1", "sourceName": "a"}])
        settings = {"changeTime": 1, "sourceLimit": 1, "leftovers": True, "roles": [], "roleDelay": 1,
                    "missingLakes": [{"region": "eu-west-1", "status": 403}], "inject": ["Conflict", "AccessDenied=2"]}
        connection.set(**settings)
        equal(connection.state()["settings"], {**settings, "inject": ["ConflictException", "AccessDeniedException=2"]})
        equal(connection.create(request("b")).status, 409)
        connection.set(inject=[])
        equal(connection.create(request("b")).status, 400)
        connection.set(roles=[arn], roleDelay=0)
        refused(connection.create(request("b")), 400, "BadRequestException", "no account may have more")
        connection.set(sourceLimit=0)
        equal(connection.create(request("b")).status, 200)
        connection.set(changeTime=3600000)
        time.sleep(0.01)
        equal(connection.create(request("c")).status, 200)
        equal((connection.create(request("d")).status, connection.state()["changing"]), (409, True))
        connection.set(changeTime=0)
        equal(connection.create(request("d")).status, 200)
        equal(connection.create(request("e"), signed("eu-west-1")).status, 403)
        before = connection.state()
        for bad, word in (({"changeTime": -1}, "changeTime"), ({"changeTime": 3600001}, "changeTime"), ({"x": 1}, "'x'"),
                          ({"roles": ["x"]}, "roles"), ({"inject": ["Foo"], "sourceLimit": 7}, "'Foo'"),
                          ({"missingLakes": [{"region": "us-west-2", "status": 404}]}, "us-west-2"), ({"leftovers": 1}, "leftovers"),
                          ({"missingLakes": [{"region": "us-east-1", "status": 500}]}, "status")):
            refused(connection.ask("PATCH", "/_mock/settings", json.dumps(bad), JSON), 400, "BadRequestException", word)
        equal(connection.state(), before)
        refused(connection.ask("PATCH", "/_mock/settings", "{}"), 415, "UnsupportedMediaTypeException")
        refused(connection.ask("POST", "/_mock/state"), 405, "MethodNotAllowedException", "GET, DELETE")
        equal(connection.ask("DELETE", "/_mock/state").status, 200)
        equal(connection.state(), at_first)
        equal(service.names(), [])


def each_answer_is_logged():
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log.jsonl"
        for _ in range(2):  # the second appends
            with mock_service(options.mock, "--log", log, region=REGIONS[:2]) as service, \
                    service.connect() as connection:
                ids = [answer.headers["x-amzn-RequestId"] for answer in (
                    connection.create(request("a", "1.0"), signed("eu-west-1")), connection.list(),
                    connection.delete("a", "2.0"), connection.ask("GET", "/%e9\"\\"), connection.create("{"))]
                with service.socket() as client:
                    client.sendall(b"no HTTP\r\n\r\n")
                    while client.recv(4096):
                        pass
        lines = [json.loads(line) for line in log.read_text("ascii").splitlines()]
        equal(len(lines), 12)
        equal([line["requestId"] for line in lines[6:11]], ids)
        for line in lines:
            assert line.pop("microseconds") >= 0 and line.pop("time").endswith("Z") and line.pop("requestId")
        created, listed, deleted, unknown, malformed, garbage = lines[:6]
        equal(created, {"method": "POST", "target": TARGET, "operation": "CreateCustomLogSource",
                        "region": "eu-west-1", "sourceName": "a", "sourceVersion": "1.0", "status": 200})
        equal(listed, {"method": "POST", "target": LIST_TARGET, "operation": "ListLogSources", "region": "us-east-1",
                       "status": 200})
        equal((deleted["operation"], deleted["status"], deleted["error"], deleted["sourceVersion"]),
              ("DeleteCustomLogSource", 404, "ResourceNotFoundException", "2.0"))
        equal((unknown["status"], unknown["error"]), (404, "UnknownOperationException"))
        equal((malformed["status"], malformed["error"]), (400, "BadRequestException"))
        equal((garbage["status"], garbage.get("method")), (400, None))


run_tests([an_account_has_a_limit, one_change_at_a_time, roles_exist_or_do_not, a_region_may_have_no_lake,
           deleted_sources_leave_something_behind, a_test_sets_the_lake, each_answer_is_logged])
