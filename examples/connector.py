#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""A connector's life with Security Lake, with Python's standard library alone: makes sure of its source, and removes
it again.

    connector.py ADDRESS PORT
"""

import http.client
import json
import sys
import time
from urllib.parse import quote

CUSTOM = "/v1/datalake/logsources/custom"
REQUEST = {
    "configuration": {
        "crawlerConfiguration": {"roleArn": "arn:aws:iam::123456789012:role/SecurityLakeCrawler"},
        "providerIdentity": {"externalId": "acme-2026", "principal": "123456789012"},
    },
    "eventClasses": ["NETWORK_ACTIVITY"],
    "sourceName": "acme-edr",
    "sourceVersion": "1.0",
}
# What passes, and by when, in seconds. A taken name may be our own, of an earlier try, so those who create list first.
PASSES = {"ConflictException": 120, "ThrottlingException": 60, "InternalServerException": 60,
          "BadRequestException": 60}  # of a role that was made less than a minute ago


class ServiceError(Exception):
    def __init__(self, name, message):
        super().__init__(f"{name}: {message}")
        self.name = name
        self.passes = name in PASSES and (name != "BadRequestException" or "role" in message)


class SecurityLake:
    def __init__(self, address, port):
        self.connection = http.client.HTTPConnection(address, int(port))

    def ask(self, method, path, body=None):
        """What the service answers to one request. A request to AWS is signed, and goes over TLS."""
        text = None if body is None else json.dumps(body)
        self.connection.request(method, path, text, {"Content-Type": "application/json"} if text else {})
        response = self.connection.getresponse()
        answer = json.loads(response.read() or "{}")
        if response.status < 300:
            return answer
        raise ServiceError(response.headers["X-Amzn-ErrorType"], answer.get("message", ""))

    def insist(self, *request, done=lambda error: False):
        """Asks until it is answered, or nothing else can come of it. `done` may find that no other try is needed."""
        start, backoff = time.monotonic(), 0.1
        while True:
            try:
                return self.ask(*request)
            except ServiceError as error:
                print(error, file=sys.stderr)
                if done(error):
                    return None
                if not error.passes or time.monotonic() - start > PASSES[error.name]:
                    raise
                time.sleep(backoff)
                backoff *= 2

    def lists(self, name):
        page = {"maxResults": 100}
        while True:
            answer = self.insist("POST", "/v1/datalake/logsources/list", page)
            for group in answer["sources"]:
                if any(source.get("customLogSource", {}).get("sourceName") == name for source in group["sources"]):
                    return True
            if "nextToken" not in answer:
                return False
            page["nextToken"] = answer["nextToken"]

    def create(self):
        there = lambda error: error.name == "ConflictException" and self.lists(REQUEST["sourceName"])
        made = self.insist("POST", CUSTOM, REQUEST, done=there)
        print("created" if made else "it is there already")

    def remove(self):
        gone = lambda error: error.name == "ResourceNotFoundException"
        removed = self.insist("DELETE", f"{CUSTOM}/{quote(REQUEST['sourceName'], safe='')}", done=gone)
        print("it is gone already" if removed is None else "deleted")

    def show(self):
        print("listed" if self.lists(REQUEST["sourceName"]) else "not listed")


if __name__ == "__main__":
    lake = SecurityLake(*sys.argv[1:])
    lake.create()
    lake.show()
    lake.create()
    lake.remove()
    lake.show()
    lake.remove()
