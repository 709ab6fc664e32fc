#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Terraform plans: which resources are checked, for which Region, and what is no plan.

    input_terraform.py TOOL
"""

import json
import tempfile
from pathlib import Path

from support.forms import TYPE, plan, resource, values
from support.oracle import place
from support.tool import Tool

EDR = f"{TYPE}.edr"
LONG = "a" * 26  # fits in us-east-1, not in ap-southeast-2
ROLE, NAME = "/configuration/crawlerConfiguration/roleArn", "/sourceName"


def seen(tool, what, title, *words, note=False):
    """Per resource: its address, and its violations as rule, pointer and Region."""
    text = what if isinstance(what, bytes) else json.dumps(what).encode()
    run, document = tool.check(*words, "-", stdin=text)
    if document is None:
        return None
    tool.equal(bool(run.err), note, f"{title}: standard error", run)
    return [(r["address"], [(v["rule"], v["pointer"], v["region"]) for v in r["violations"]])
            for r in document["results"]]


def change(actions, unknown=None, name="edr", **more):
    return {"address": f"{TYPE}.{name}", "type": TYPE, "mode": "managed", **more,
            "change": {"actions": actions, "after_unknown": unknown or {}}}


def resources(tool):
    other = {"address": "aws_s3_bucket.b", "mode": "managed", "type": "aws_s3_bucket", "values": {"source_name": "!"}}
    data = {**resource(values(source_name="!"), name="d"), "mode": "data"}
    deep = {"address": "module.a.module.b[\"x\"]", "resources": [
        resource(values(source_name="deep"), module='module.a.module.b["x"].'), other]}
    whole = plan([other, data, resource(values()), resource(values(source_name="a b"), name='two["\u00e9"]')],
                 [{"address": "module.a", "resources": [], "child_modules": [deep]}])
    tool.equal(seen(tool, whole, "modules"),
               [(EDR, []), (f'{TYPE}.two["\u00e9"]', [("source-name-pattern", NAME, None)]),
                (f'module.a.module.b["x"].{EDR}', [])], "modules")
    twice = plan([resource(values(), "one"), resource(values(), "two")])
    tool.equal(seen(tool, twice, "a conflict"),
               [(f"{TYPE}.one", []), (f"{TYPE}.two", [("source-name-conflict", NAME, None)])], "a conflict")
    run = tool.run("check", "-", stdin=json.dumps(twice).encode())
    tool.expect(f"{TYPE}.two: ".encode() in run.out and f"{TYPE}.one".encode() in run.out, "both addresses", run)

    one = [resource(values(source_name="a b"))]
    bad = [(EDR, [("source-name-pattern", NAME, None)])]
    for actions, wanted in ((["create"], bad), (["no-op"], bad), (["delete", "create"], bad), (["delete"], []),
                            (["forget"], [])):
        tool.equal(seen(tool, plan(one, resource_changes=[change(actions)]), actions, note=not wanted), wanted, actions)
    tool.equal(seen(tool, plan(one, resource_changes=[change(["create"]), change(["delete"], deposed="0a1b")]),
                    "deposed"), bad, "what is left of an earlier one")
    state = plan(one)
    state["values"] = state.pop("planned_values")
    tool.equal(seen(tool, state, "a state"), bad, "a state")
    for nothing in plan(), plan([other, data]), {"format_version": "1.0"}, {**plan(), "planned_values": None}:
        run, document = tool.check("-", stdin=json.dumps(nothing).encode())
        tool.equal((run.status, document and document["results"], TYPE.encode() in run.err), (0, [], True),
                   "no such resource", run)


def unknown(tool):
    """What is known after apply is neither missing nor wrong, and the rest is checked."""
    missing = [("member-missing", ROLE, None)]
    base = {"configuration": [{"crawler_configuration": [{"role_arn": True}], "provider_identity": [{}]}]}
    for title, attributes, after, wanted in (
            ("a role", values(role_arn=None), base, []), ("none", values(role_arn=None), {}, missing),
            ("another", values(role_arn=None), {"source_name": True}, missing),
            ("false", values(role_arn=None), {"source_version": False, "id": True, "configuration": [
                {"crawler_configuration": [{"role_arn": False}]}]}, missing),
            ("a block", values(role_arn=None), {"configuration": [{"crawler_configuration": True}]}, []),
            ("a list", values(role_arn=None), {"configuration": True}, []),
            ("all", {}, {"configuration": True, "source_name": True, "event_classes": True}, []),
            ("a name", values(source_name=None, event_classes=["X"]), {"source_name": True},
             [("event-class-undocumented", "/eventClasses/0", None)]),
            ("an element", values(event_classes=["DNS_ACTIVITY", None, "X"]), {"event_classes": [False, True, False]},
             [("event-class-undocumented", "/eventClasses/2", None)]),
            ("null", values(event_classes=[None]), {}, [("member-type", "/eventClasses/0", None)])):
        whole = plan([resource(attributes)], resource_changes=[change(["create"], after)])
        tool.equal(seen(tool, whole, title), [(EDR, wanted)], title)
    notes = values(source_name=None, event_classes=["FILE_ACTIVITY"] * 100)  # more than a report keeps
    whole = plan([resource(notes)], resource_changes=[change(["create"], {"source_name": True})])
    run, document = tool.check("-", stdin=json.dumps(whole).encode())
    tool.equal((run.status, document and document["summary"]["errors"]), (0, 0), "behind many notes", run)


def regions(tool):
    def check(title, wanted, name="edr", module="", key="aws", providers=None, variables=None, words=(), **attributes):
        expressions = {"constant": {"constant_value": "us-east-1"}, "variable": {"references": ["var.region"]},
                       "two": {"references": ["var.region", "var.x"]}, "local": {"references": ["local.x"]}}
        config = {k: {"name": "aws", "expressions": {"region": expressions[v]}} for k, v in (providers or {}).items()}
        own = {"resources": [{"address": f"{TYPE}.{name}", "type": TYPE, "provider_config_key": key}]}
        if module:
            own = {"module_calls": {"lake": {"module": own}}}
        planned = resource(values(source_name="a" * 40, **attributes), name + '["a]\\"["]', module)
        whole = plan([] if module else [planned], [{"resources": [planned]}] if module else [],
                     configuration={"provider_config": config, "root_module": own},
                     variables={k: {"value": v} for k, v in (variables or {}).items()})
        found = seen(tool, whole, title, *words)
        tool.equal(found and [r for rule, _, r in found[0][1] if rule == "provider-role-length"], wanted, title)

    check("none", [])
    check("the command line's", ["eu-west-1"], words=["--region", "eu-west-1"])
    check("the resource's", ["us-west-2"], words=["--region", "eu-west-1"], region="us-west-2")
    check("the provider's", ["us-east-1"], providers={"aws": "constant"}, words=["--region", "eu-west-1"])
    check("the resource's first", ["us-west-2"], providers={"aws": "constant"}, region="us-west-2")
    check("an alias's", ["us-east-1"], key="aws.other", providers={"aws": "local", "aws.other": "constant"})
    check("not the alias's", [], providers={"aws": "local", "aws.other": "constant"})
    check("a variable's", ["eu-west-3"], providers={"aws": "variable"}, variables={"region": "eu-west-3"})
    check("a variable that is a part", [], providers={"aws": "variable"}, variables={"region": "west"})
    check("a variable without value", [], providers={"aws": "variable"})
    check("of two variables", [], providers={"aws": "two"}, variables={"region": "eu-west-3", "x": "1"})
    check("a module's", ["us-east-1"], module='module.lake["k"].', providers={"aws": "constant"})
    check("a module's own", ["us-east-1"], module="module.lake.", key="module.lake:aws",
          providers={"aws": "local", "module.lake:aws": "constant"})
    check("handed down", ["us-east-1"], module="module.lake.", key="module.lake:aws", providers={"aws": "constant"})
    check("one of two handed down", [], module="module.lake.", key="module.lake:aws",
          providers={"aws": "constant", "aws.other": "local"})
    run = tool.run("check", "-", stdin=json.dumps(plan([resource(values(region="US-EAST-1"))])).encode())
    tool.equal((run.status, b"US-EAST-1" in run.err and EDR.encode() in run.err), (2, True), "no Region", run)
    found = seen(tool, plan([resource(values(region="us-east-9"))]), "an unknown Region")
    tool.equal(found, [(EDR, [("region-unknown", "", "us-east-9")])], "an unknown Region")
    run = tool.run("check", "-", stdin=json.dumps(plan([resource(values(), "a"), resource(
        values(region="us-east-1"), "b")])).encode())
    tool.expect(b"no Region was given for 1 document" in run.err, "one without a Region", run)


def malformed(tool):
    for version in "0.2", "2.0", "10.1", "", None, 1.2, {}:
        run, document = tool.check("-", stdin=json.dumps({**plan([resource(values())]), "format_version": version}).encode())
        tool.equal((run.status, document and document["results"], b"format_version" in run.err), (2, [], True),
                   f"version {version!r}", run)
    run, document = tool.check("-", stdin=b'{"version": 4, "terraform_version": "1.9.0", "resources": []}')
    tool.equal((run.status, b"terraform show -json" in run.err), (2, True), "a state file", run)
    run, document = tool.check("-", stdin=b"PK\x03\x04\x14\0")
    tool.expect(document and "terraform show -json" in document["results"][0]["violations"][0]["message"],
                "a saved plan", run)

    whole = json.dumps(plan([resource(values(source_name=f"n{i}"), f"r{i}") for i in range(500)]), indent=1).encode()
    for end in range(40, len(whole), 997):
        run, document = tool.check("--input", "terraform", "-", stdin=whole[:end])
        [v] = document["results"][0]["violations"] if document and document["results"] else [None]
        tool.equal(v and (v["rule"], v["line"], v["column"]), ("json-malformed", *place(whole, end)),
                   f"cut after {end} bytes", run)
    deep = plan()
    for _ in range(200):
        deep = plan([], [{"child_modules": deep["planned_values"]["root_module"]["child_modules"],
                          "resources": [resource(values(source_name="a b"))]}])
    found = seen(tool, deep, "200 modules deep")
    tool.equal(found and len(found), 200, "200 modules deep")
    bomb = b'{"format_version":"1.2","planned_values":{"root_module":' + b'{"child_modules":[' * 200000
    tool.equal(seen(tool, bomb, "a bomb"), [(None, [("json-limit", "", None)])], "a bomb")
    for odd in (b'{"format_version":"1.2","planned_values":[]}', b'{"format_version":"1.2","planned_values":{"root_module":7}}',
                b'{"format_version":"1.2","planned_values":{"root_module":{"resources":[1,[],{},null],"child_modules":{}}}}',
                b'{"format_version":"1.2","resource_changes":7,"configuration":[],"variables":"x"}'):
        tool.equal(seen(tool, odd, repr(odd), note=True), [], repr(odd))
    for odd in None, [], {}, "x", 7, {"configuration": None}, {"configuration": []}, {"configuration": [7]}:
        found = seen(tool, plan([resource(odd)]), repr(odd))
        tool.expect(found and found[0][1], f"{odd!r} for a resource: nothing is wrong")
    run = tool.run("check", "--kind", "response", "--input", "terraform", "-")
    tool.equal(run.status, 2, "no responses in plans", run)


def large(tool, folder):
    """Beyond the byte limit of a request, on one line; each request has that limit still."""
    filler = [{"address": f"x.y[{i}]", "mode": "managed", "type": "x", "values": {"a": "b" * 1000}} for i in range(4000)]
    whole = json.dumps(plan(filler + [resource(values(source_name="a b"))] + filler)).encode()
    file = folder / "plan.json"
    file.write_bytes(whole)
    run, document = tool.check(str(file))
    [v] = document["results"][0]["violations"] if document and document["results"] else [None]
    tool.equal(v and (v["rule"], v["line"], v["column"]), ("source-name-pattern", 1, whole.index(b'"a b"') + 1),
               "a large plan", run)
    run = tool.run("check", str(file))
    tool.expect(len(run.out) < 1000 and b"^" in run.out, "an excerpt of a long line", run)
    tool.equal(seen(tool, plan([resource(values(source_name="a" * (2 << 20)))]), "a large name"),
               [(EDR, [("json-limit", "", None)])], "a large name")


def main():
    tool = Tool("Terraform plans")
    for part in resources, unknown, regions, malformed:
        part(tool)
    with tempfile.TemporaryDirectory() as name:
        large(tool, Path(name))
    tool.finish()


if __name__ == "__main__":
    main()
