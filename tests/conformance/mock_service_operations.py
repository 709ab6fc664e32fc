#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The mock service creates, lists and deletes sources in several Regions, with filters, pages and versions.

    mock_service_operations.py TOOL
"""

import tempfile
from pathlib import Path

from support.mock_service import (JSON, LIST_TARGET, TARGET, arguments, equal, mock_service, refused, request, run_tests,
                                  signed)

options = arguments(__doc__)

REGIONS = ["us-east-1", "eu-west-1", "ap-southeast-2"]


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


run_tests([a_life_in_three_regions, the_region_is_that_of_the_signature, filters_and_pages, a_token_cannot_be_made_up,
           a_version_limits_a_delete, methods_and_types_are_checked])
