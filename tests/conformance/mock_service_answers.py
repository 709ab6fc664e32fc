#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What the mock service answers, keeps and prints; and that the tool finds nothing in its responses.

    mock_service_answers.py TOOL
"""

import json
import re
import socket
import sqlite3
import subprocess
import tempfile
import time
from contextlib import closing
from pathlib import Path

from support.mock_service import (TARGET, MockService, arguments, equal, mock_service, names_in, request,
                                  run_tests)

options = arguments(__doc__)
ROOT = Path(__file__).resolve().parent.parent.parent

EXCEPTIONS = {"AccessDeniedException": (403, {"errorCode"}),
              "BadRequestException": (400, set()),
              "ConflictException": (409, {"resourceName", "resourceType"}),
              "InternalServerException": (500, set()),
              "ResourceNotFoundException": (404, {"resourceName", "resourceType"}),
              "ThrottlingException": (429, {"serviceCode", "quotaCode"})}


def a_source_is_created():
    with mock_service(options.mock, region="us-west-2") as service:
        answer = service.create(request("acme-edr", account="210987654321"))
        equal((answer.status, answer.headers["Content-Type"]), (200, "application/json"))
        assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
                            answer.headers["x-amzn-RequestId"])
        assert answer.headers["Date"].endswith(" GMT")
        glue = "arn:aws:glue:us-west-2:210987654321:"
        source = answer.json["source"]
        location = source["provider"].pop("location")
        assert re.fullmatch(r"s3://aws-security-data-lake-us-west-2-[a-z0-9]{30}/ext/acme-edr/", location)
        equal(source, {
            "attributes": {
                "crawlerArn": glue + "crawler/acme-edr",
                "databaseArn": glue + "database/amazon_security_lake_glue_db_us_west_2",
                "tableArn": glue + "table/amazon_security_lake_table_us_west_2_ext_acme_edr"},
            "provider": {"roleArn": "arn:aws:iam::210987654321:role/"
                                    "AmazonSecurityLake-Provider-acme-edr-us-west-2"},
            "sourceName": "acme-edr"})
        with closing(sqlite3.connect(service.store)) as database:
            [row] = database.execute("SELECT region, source_name, source_version, request, response"
                                     " FROM sources")
        equal(row[:3], ("us-west-2", "acme-edr", None))
        equal(json.loads(row[3]), request("acme-edr", account="210987654321"))
        equal(row[4].encode(), answer.body)

        versioned = service.create(request("acme-dns", "1.0")).json["source"]
        equal(versioned["sourceVersion"], "1.0")
        assert versioned["provider"]["location"].endswith("/ext/acme-dns/1.0/")


def the_tool_finds_nothing_in_responses():
    regions = {"us-east-1": "aws", "ap-southeast-2": "aws", "cn-north-1": "aws-cn",
               "us-gov-west-1": "aws-us-gov", "us-isof-south-1": "aws-iso-f", "eusc-de-east-1": "aws-eusc"}
    for region, partition in regions.items():
        with mock_service(options.mock, region=region) as service, tempfile.TemporaryDirectory() as folder:
            for name, version in ("a", None), ("Twenty_chars.of-name", "2.0-rc_1"):
                body = request(name, version, partition=partition)
                asked, got = Path(folder) / "request.json", Path(folder) / "response.json"
                asked.write_text(json.dumps(body))
                answer = service.create(body)
                equal(answer.status, 200)
                got.write_bytes(answer.body)
                done = subprocess.run([options.tool, "check", "--kind", "response", "--request", asked,
                                       "--region", region, "--fail-on", "warning", "--format", "json", got],
                                      capture_output=True)
                found = json.loads(done.stdout)
                equal((done.returncode, found["results"][0]["violations"]), (0, []))
                bucket = answer.json["source"]["provider"]["location"].split("/")[2]
                assert len(bucket) <= 63, f"S3 has no bucket {bucket}"


def an_invalid_request_gets_all_violations():
    with mock_service(options.mock) as service:
        body = request("no good")
        del body["configuration"]["providerIdentity"]["principal"]
        body["eventClasses"] = ["FILE_ACTIVTY"]
        answer = service.create(body)
        equal((answer.status, answer.error), (400, "BadRequestException"))
        message = answer.json["message"]
        for piece in "3 validation errors", "'sourceName'", "principal", "FILE_ACTIVTY":
            assert piece in message, message
        for text in "", "{", "[]", "null", "\0", '{"sourceName": 1}', "[" * 100, '"\\ud800"':
            answer = service.create(text)
            equal((answer.status, answer.error), (400, "BadRequestException"))
            assert answer.json["message"]
        equal(service.names(), [])


def a_body_is_refused_as_asked():
    """The options for what is no JSON, and for the words of validation messages."""
    bodies = {"no JSON": "{", "another type": '{"sourceName": 1}', "no request": "{}",
              "too long": json.dumps(request("SECRET" + "x" * 100))}
    plain = ["BadRequestException"] * 4
    for flags, errors in (([], plain), (["--smithy-messages"], plain),
                          (["--serialization-exception"], ["SerializationException"] * 2 + plain[2:]),
                          (["--serialization-exception", "--smithy-messages"],
                           ["SerializationException"] * 2 + plain[2:])):
        with mock_service(options.mock, *flags) as service:
            answers = [service.create(body) for body in bodies.values()]
            equal([(answer.status, answer.error) for answer in answers], [(400, error) for error in errors])
            messages = [answer.json["message"] for answer in answers]
            smithy = "--smithy-messages" in flags
            equal("SECRET" in messages[3], not smithy)
            equal("Value with length 106 at '/sourceName' failed to satisfy constraint: Member must have length "
                  "between 1 and 64, inclusive" in messages[3], smithy)


def a_name_is_taken_as_it_is_spelled():
    with mock_service(options.mock) as service:
        for body, status in ((request("acme-edr"), 200), (request("acme-edr"), 409),
                             (request("acme-edr", "2.0"), 409), (request("acme-edr", account="2" * 12), 409),
                             (request("acme_edr"), 200), (request("ACME-edr"), 200)):
            answer = service.create(body)
            equal(answer.status, status)
            if status == 409:
                equal(answer.error, "ConflictException")
                equal((answer.json["resourceName"], answer.json["resourceType"]),
                      ("acme-edr", "CustomLogSource"))
        equal(service.names(), ["ACME-edr", "acme-edr", "acme_edr"])
        equal(service.complaints().count("(warning: its IAM role or Glue table is that of"), 2)


def exceptions_are_injected():
    flags = ["--inject", "Throttling=2", "--inject", "ConflictException=1", "--inject", "AccessDenied=1"]
    with mock_service(options.mock, *flags) as service:
        # What is no request to the operation uses up none of them, and neither does the header.
        with service.connect() as connection:
            equal(connection.ask("GET", "/").status, 404)
            equal(connection.create(request("a"), {"x-mock-inject": "InternalServer"}).status, 500)
            statuses = [connection.create(request("a")).status for _ in range(6)]
        equal(statuses, [429, 429, 409, 403, 200, 409])
        equal(service.names(), ["a"])
        for name, (status, members) in EXCEPTIONS.items():
            for header in name, name.removesuffix("Exception"):
                answer = service.create(request("b"), {"X-Mock-Inject": header})
                equal((answer.status, answer.error), (status, name))
                equal(set(answer.json), members | {"message"})
                equal(answer.headers["Retry-After"], "1" if status == 429 else None)
        unknown = service.create(request("b"), {"x-mock-inject": "Foo"})
        equal((unknown.status, unknown.error), (400, "BadRequestException"))
        assert "'Foo'" in unknown.json["message"] and "ThrottlingException" in unknown.json["message"]
        equal(service.names(), ["a"])
    with mock_service(options.mock, "--inject", "InternalServerException") as service:
        equal([service.create(request("a")).status for _ in range(3)], [500] * 3)
        equal(service.create("{").status, 500)
        equal(service.names(), [])


def other_requests_are_refused():
    json_type = {"Content-Type": "application/json"}
    with mock_service(options.mock) as service, service.connect() as connection:
        for method, target, headers, status, error in (
                ("GET", TARGET, {}, 405, "MethodNotAllowedException"),
                ("DELETE", TARGET, {}, 405, "MethodNotAllowedException"),
                ("HEAD", TARGET, {}, 405, "MethodNotAllowedException"),
                ("POST", "/", json_type, 404, "UnknownOperationException"),
                ("POST", TARGET + "/", json_type, 404, "UnknownOperationException"),
                ("POST", TARGET, {"Content-Type": "text/plain"}, 415, "UnsupportedMediaTypeException"),
                ("POST", TARGET, {}, 415, "UnsupportedMediaTypeException"),
                ("POST", TARGET, {**json_type, "Accept": "text/html"}, 406, "NotAcceptableException")):
            answer = connection.ask(method, target, None, headers)
            equal((method, target, answer.status, answer.error), (method, target, status, error))
            equal(answer.headers["Allow"], "POST" if status == 405 else None)
            equal(bool(answer.body), method != "HEAD")
        answer = connection.create(request("query"))  # the same connection still works
        equal(answer.status, 200)


def the_command_line_is_checked():
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        good = {"--port": "0", "--region": "us-east-1", "--store": str(folder / "store.db")}
        (folder / "text").write_text("this is no database, and must stay as it is\n" * 100)
        with closing(sqlite3.connect(folder / "other.db")) as other:
            other.execute("CREATE TABLE theirs (x)")
        with closing(socket.create_server(("127.0.0.1", 0))) as taken:
            for flag, value, told in (
                    ("--port", "-1", "--port"), ("--port", "65536", "--port"), ("--port", "http", "--port"),
                    ("--port", "", "--port"), ("--port", str(taken.getsockname()[1]), "cannot listen on"),
                    ("--port", None, "--port"), ("--region", None, "--region"), ("--store", None, "--store"),
                    ("--region", "us-east", "'us-east' is not the code of a Region"),
                    ("--region", "xx-nowhere-1", "partition"), ("--region", "", "--region"),
                    ("--store", str(folder / "no" / "store.db"), "no/store.db"), ("--store", "", "store"),
                    ("--store", str(folder), str(folder)), ("--store", str(folder / "text"), "not a database"),
                    ("--store", str(folder / "other.db"), "no store of this program"),
                    ("--inject", "Foo", "'Foo' is none of AccessDeniedException"),
                    ("--inject", "Conflict=", "count"), ("--inject", "Conflict=0", "count"),
                    ("--inject", "Conflict=-1", "count"), ("--inject", "Conflict=1x", "count"),
                    ("--inject", "Conflict=99999999999999999999", "count"), ("--inject", "", "none of"),
                    ("--address", "localhost", "not an IP address"), ("--timeout", "0", "--timeout"),
                    ("--connections", "0", "--connections"),
                    ("--source-limit", "-1", "--source-limit"), ("--change-time", "3600001", "--change-time"),
                    ("--role-delay", "x", "--role-delay"), ("--no-lake", "eu-west-1", "names no Region"),
                    ("--no-lake", "us-east-1=500", "404 nor 403"), ("--log", str(folder), "cannot be opened"),
                    ("--roles", str(folder / "none"), "cannot be read"), ("--roles", str(folder), "cannot be read"),
                    ("--roles", str(folder / "text"), "text:1: 'this is no"), ("--bogus", "1", "--bogus")):
                flags = [w for pair in {**good, flag: value}.items() if pair[1] is not None for w in pair]
                done = subprocess.run([options.mock, *flags], capture_output=True, timeout=60)
                said = done.stderr.decode()
                assert done.returncode == 2, (flags, done.returncode, said)
                assert told in said and said.count("\n") == 1 and not done.stdout, (flags, said)
        assert (folder / "text").read_text().startswith("this is no database")
        twice = [word for flag, value in {**good, "--region": "us-east-1"}.items() for word in (flag, value)]
        done = subprocess.run([options.mock, *twice, "--region", "us-east-1"], capture_output=True, timeout=60)
        assert done.returncode == 2 and b"'us-east-1' is there twice" in done.stderr, done.stderr
        done = subprocess.run([options.mock, "--help"], capture_output=True, timeout=60)
        equal(done.returncode, 0)
        assert b"no signatures" in done.stdout


def containers_start():
    """The command lines of the container file and the compose example, on another port and store."""
    folder = ROOT / "examples" / "mock_service"
    text = (folder / "Containerfile").read_text()
    entry, usual = (json.loads(re.search(rf"^{word} (.*)$", text, re.MULTILINE)[1]) for word in ("ENTRYPOINT", "CMD"))
    composed = json.loads(re.search(r"^ +command: (.*)$", (folder / "compose.yaml").read_text(), re.MULTILINE)[1])
    equal(entry[0], "mock_service")
    for command in usual, composed:
        with tempfile.TemporaryDirectory() as store:
            words = [*entry[1:], *command]
            for flag, value in ("--port", "0"), ("--store", Path(store) / "store.db"):
                words[words.index(flag) + 1] = value
            process = subprocess.Popen([options.mock, *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            try:
                line = process.stdout.readline()
                assert line.startswith(b"listening on 0.0.0.0:"), line
            finally:
                process.terminate()
                equal(process.wait(60), 0)
                process.stdout.close()


def sigterm_lets_answers_out():
    with tempfile.TemporaryDirectory() as folder:
        service = MockService(options.mock, Path(folder) / "store.db")
        body = json.dumps(request("late")).encode()
        head = (f"POST {TARGET} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                f"Content-Length: {len(body)}\r\n\r\n").encode()
        with service.socket() as under_way, service.socket() as idle:
            under_way.sendall(head + body[:10])
            time.sleep(0.2)
            service.process.terminate()
            equal(idle.recv(100), b"")  # what waits for nothing is closed
            try:
                with service.socket() as late:
                    late.sendall(b"x")
                    assert late.recv(100) == b"", "it still takes connections"
            except OSError:
                pass
            service.process.terminate()  # once more changes nothing
            under_way.sendall(body[10:])
            answer = b"".join(iter(lambda: under_way.recv(4096), b""))
            assert answer.startswith(b"HTTP/1.1 200 ") and b"connection: close" in answer.lower(), answer
        equal(service.stop(), 0)
        equal(sorted(path.name for path in Path(folder).iterdir()), ["store.db"])
        equal(names_in(Path(folder) / "store.db"), ["late"])
        with mock_service(options.mock, store=Path(folder) / "store.db") as again:
            equal(again.create(request("late")).status, 409)


run_tests([a_source_is_created, the_tool_finds_nothing_in_responses,
           an_invalid_request_gets_all_violations, a_body_is_refused_as_asked, a_name_is_taken_as_it_is_spelled,
           exceptions_are_injected, other_requests_are_refused,
           the_command_line_is_checked, containers_start, sigterm_lets_answers_out])
