#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The life of a source in the mock service: create, list and delete in several Regions, and the lake's states.

    mock_service_lake.py TOOL
"""

import json
import tempfile
import time
from pathlib import Path

from support.mock_service import JSON, LIST_TARGET, TARGET, arguments, mock_service, request, run_tests, signed

options = arguments(__doc__)

REGIONS = ["us-east-1", "eu-west-1", "ap-southeast-2"]


def equal(found, expected):
    assert found == expected, f"{found!r} is not {expected!r}"


def refused(answer, status, error, *words, **members):
    equal((answer.status, answer.error), (status, error))
    for word in words:
        assert word in answer.json["message"], answer.json
    equal({name: answer.json.get(name) for name in members}, members)


def a_life_in_three_regions():
    with mock_service(options.mock, region=REGIONS) as service, service.connect() as connection:
        equal(connection.list().json, {"sources": []})
        for region in REGIONS:
            created = connection.create(request("acme-edr", "1.0"), signed(region))
            equal(created.status, 200)
            assert f":{region}:" in created.json["source"]["attributes"]["crawlerArn"]
            refused(connection.create(request("acme-edr", "2.0"), signed(region)), 409, "ConflictException",
                    "'acme-edr' already exists in " + region, resourceName="acme-edr", resourceType="CustomLogSource")
            listed = connection.list(signed(region), regions=[region]).json
            equal(listed, {"sources": [{"account": "123456789012", "region": region,
                                        "sources": [{"customLogSource": created.json["source"]}]}]})
        # Whatever a list is signed for, it shows the lake.
        equal([source[1] for source in connection.sources(signed("eu-west-1"))], sorted(REGIONS))
        gone = connection.delete("acme-edr", headers=signed("eu-west-1"))
        equal((gone.status, gone.json), (200, {}))
        refused(connection.delete("acme-edr", headers=signed("eu-west-1")), 404, "ResourceNotFoundException",
                "'acme-edr'", "eu-west-1", resourceName="acme-edr", resourceType="CustomLogSource")
        equal([source[1] for source in connection.sources()], ["ap-southeast-2", "us-east-1"])
        equal(connection.create(request("acme-edr"), signed("eu-west-1")).status, 200)


def the_region_is_that_of_the_signature():
    def authorization(text):
        return {"Authorization": text}

    first, scope = "us-east-1", "Credential=AKID/20260101/eu-west-1/securitylake/aws4_request"
    with mock_service(options.mock, region=REGIONS[:2]) as service, service.connect() as connection:
        for n, (headers, region) in enumerate((
                ({}, first), (authorization("Bearer x"), first), (signed("eu-west-1"), "eu-west-1"),
                (authorization(f"AWS4-HMAC-SHA256 SignedHeaders=host,{scope},Signature=0"), "eu-west-1"),
                (authorization("AWS4-HMAC-SHA256 Credential=A/K/20260101/eu-west-1/x/aws4_request"), "eu-west-1"),
                (authorization("AWS4-ECDSA-P256-SHA256 Credential=AKID/20260101/securitylake/aws4_request"), first))):
            equal(connection.create(request(f"n{n}"), headers).status, 200)
            equal([source[1] for source in connection.sources(sources=[{"customLogSource": {"sourceName": f"n{n}"}}])],
                  [region])
        for text in ("AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256 Signature=0", "AWS4-HMAC-SHA256 Credential=AKID",
                     "AWS4-HMAC-SHA256 Credential=20260101/eu-west-1/securitylake/aws4_request",
                     "AWS4-HMAC-SHA256 Credential=AKID/20260101//securitylake/aws4_request",
                     "AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/securitylake/aws2_request"):
            refused(connection.create(request("x"), authorization(text)), 400, "IncompleteSignatureException",
                    "Credential")
        for send in connection.create, lambda body, headers: connection.list(headers):
            refused(send(request("x"), signed("us-west-2")), 403, "InvalidSignatureException",
                    "'us-west-2'", "us-east-1 eu-west-1")
        refused(connection.delete("n0", headers=signed("\\'")), 403, "InvalidSignatureException")


def filters_and_pages():
    with mock_service(options.mock, "--source-limit", "0", region=REGIONS[:2]) as service, \
            service.connect() as connection:
        expected, made = [], {}
        for n in range(60):
            account, region, version = str(n % 3 + 1) * 12, REGIONS[n % 2], [None, "1.0"][n % 4 // 2]
            made[n] = connection.create(request(f"source-{n}", version, account=account), signed(region)).json["source"]
            expected.append((account, region, f"source-{n}", version))
        expected.sort()
        for size in 1, 7, 59, 60, 61, 100:
            pages = list(connection.pages(maxResults=size))
            equal(sum(pages, []), expected)
            equal([len(page) for page in pages], [size] * (60 // size) + [60 % size] * (60 % size > 0))
        equal(connection.sources(), expected)

        def only(test):
            return [source for source in expected if test(*source)]

        one = {"customLogSource": {"sourceName": "source-7"}}
        other = {"customLogSource": {"sourceVersion": "1.0"}}
        native = {"awsLogSource": {"sourceName": "WAF", "sourceVersion": "2.0"}}
        location = {"customLogSource": {"provider": {"location": made[5]["provider"]["location"]}}}
        role = {"customLogSource": {"sourceName": "source-5", "provider": {"roleArn": made[5]["provider"]["roleArn"]}}}
        for members, wanted in (
                ({"accounts": ["1" * 12]}, only(lambda a, r, n, v: a == "1" * 12)),
                ({"accounts": ["1" * 12, "3" * 12]}, only(lambda a, r, n, v: a != "2" * 12)),
                ({"accounts": ["9" * 12]}, []), ({"accounts": []}, []), ({"regions": []}, []),
                ({"regions": ["eu-west-1"]}, only(lambda a, r, n, v: r == "eu-west-1")),
                ({"regions": ["us-west-2"]}, []),
                ({"sources": [one]}, only(lambda a, r, n, v: n == "source-7")),
                ({"sources": [other]}, only(lambda a, r, n, v: v == "1.0")),
                ({"sources": [one, other]}, only(lambda a, r, n, v: n == "source-7" or v == "1.0")),
                ({"sources": [{"customLogSource": {"sourceName": "source-7", "sourceVersion": "3.0"}}]}, []),
                ({"sources": [{"customLogSource": {"sourceName": "SOURCE-7"}}]}, []),
                ({"sources": [{"customLogSource": {}}]}, expected),
                ({"sources": [location]}, only(lambda a, r, n, v: n == "source-5")),
                ({"sources": [role]}, only(lambda a, r, n, v: n == "source-5")),
                ({"sources": [native]}, []), ({"sources": [native, one]}, only(lambda a, r, n, v: n == "source-7")),
                ({"accounts": ["1" * 12], "regions": ["eu-west-1"], "sources": [other]},
                 only(lambda a, r, n, v: (a, r, v) == ("1" * 12, "eu-west-1", "1.0")))):
            for size in 100, 3:
                equal((members, connection.sources(**members, maxResults=size)), (members, wanted))
        for members, word in (({"maxResults": 0}, "maxResults"), ({"maxResults": 101}, "maxResults"),
                              ({"accounts": ["1"]}, "accounts"), ({"regions": ["x"]}, "regions"),
                              ({"sources": [{}]}, "sources"), ({"sources": [{**one, **native}]}, "sources")):
            refused(connection.list(**members), 400, "BadRequestException", word)


def a_token_cannot_be_made_up():
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.db"
        with mock_service(options.mock, store=store, region=REGIONS[:2]) as service, service.connect() as connection:
            for n in range(5):
                connection.create(request(f"s{n}"))
            token = connection.list(maxResults=2).json["nextToken"]
            page = connection.list(maxResults=1, nextToken=token).json  # another size is fine
            equal(page["sources"][0]["sources"][0]["customLogSource"]["sourceName"], "s2")
            forged = [token[:at] + ("0" if token[at] != "0" else "1") + token[at + 1:] for at in range(len(token))]
            for bad in ["", "1", "00", "zz", "x" * 2048, token[:-2], token + "00", token[2:], token[:72], *forged]:
                refused(connection.list(nextToken=bad), 400, "BadRequestException", "nextToken")
            refused(connection.list(nextToken="x" * 2049), 400, "BadRequestException", "nextToken")
            refused(connection.list(nextToken=token, regions=["us-east-1"]), 400, "BadRequestException", "nextToken")
            # The last source of a page may go before the next page is asked for.
            connection.delete("s1")
            equal([name for _, _, name, _ in connection.sources(nextToken=token)], ["s2", "s3", "s4"])
        with mock_service(options.mock, store=store) as again, again.connect() as connection:
            equal(connection.list(nextToken=token).status, 200)
        with mock_service(options.mock) as other, other.connect() as connection:
            refused(connection.list(nextToken=token), 400, "BadRequestException", "nextToken")
    return f"{len(forged)} forged tokens"


def a_version_limits_a_delete():
    with mock_service(options.mock) as service, service.connect() as connection:
        connection.create(request("with", "1.0"))
        connection.create(request("without"))
        for name, version in ("with", "2.0"), ("without", "1.0"):
            refused(connection.delete(name, version), 404, "ResourceNotFoundException", f"'{version}'", f"'{name}'")
        equal(service.names(), ["with", "without"])
        equal([connection.delete("with", "1.0").status, connection.delete("without").status], [200, 200])
        connection.create(request("with", "1.0"))
        equal(connection.delete("with").status, 200)
        for target in "/no%20good", "/" + "x" * 65, "/x?sourceVersion=", "/%ff", "/x?sourceVersion=%":
            refused(connection.ask("DELETE", TARGET + target), 400, "BadRequestException")
        refused(connection.ask("DELETE", TARGET + "/a/b"), 404, "UnknownOperationException")
        equal(service.names(), [])


def methods_and_types_are_checked():
    with mock_service(options.mock) as service, service.connect() as connection:
        for method, target, allowed in (("GET", TARGET + "/x", "DELETE"), ("POST", TARGET + "/x", "DELETE"),
                                        ("GET", LIST_TARGET, "POST"), ("DELETE", LIST_TARGET, "POST")):
            answer = connection.ask(method, target, headers=JSON)
            refused(answer, 405, "MethodNotAllowedException", allowed)
            equal(answer.headers["Allow"], allowed)
        refused(connection.ask("POST", LIST_TARGET, "{}"), 415, "UnsupportedMediaTypeException")
        equal(connection.ask("POST", LIST_TARGET).status, 200)  # no body, no type
        equal(connection.ask("POST", LIST_TARGET + "?x=y", "{}", JSON).status, 200)  # it has no query
        refused(connection.list({"Accept": "text/html"}), 406, "NotAcceptableException")
        for target in "/_mock/state", "/_mock/settings", "/_mock/leftovers/x", "/_mock":
            for method in "GET", "PATCH", "DELETE":
                refused(connection.ask(method, target, headers=JSON), 404, "UnknownOperationException")


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


run_tests([a_life_in_three_regions, the_region_is_that_of_the_signature, filters_and_pages, a_token_cannot_be_made_up,
           a_version_limits_a_delete, methods_and_types_are_checked, an_account_has_a_limit, one_change_at_a_time,
           roles_exist_or_do_not, a_region_may_have_no_lake, deleted_sources_leave_something_behind,
           a_test_sets_the_lake, each_answer_is_logged])
