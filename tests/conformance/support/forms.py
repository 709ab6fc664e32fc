# SPDX-License-Identifier: BSL-1.0
"""A JSON document as YAML and as a Terraform plan, and where each of its values and names stands in these."""

import json
import re

from support.oracle import NUMBER, place

PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_/]*")
NOT_PLAIN = {"true", "false", "null", "yes", "no", "on", "off"}
UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
ATTRIBUTES = {  # of the request and of each block: member, attribute
    "": {"configuration": "configuration", "eventClasses": "event_classes", "sourceName": "source_name",
         "sourceVersion": "source_version"},
    "configuration": {"crawlerConfiguration": "crawler_configuration", "providerIdentity": "provider_identity"},
    "crawlerConfiguration": {"roleArn": "role_arn"},
    "providerIdentity": {"externalId": "external_id", "principal": "principal"}}
TYPE = "aws_securitylake_custom_log_source"


class NoForm(Exception):
    """The provider's schema has no place for such a document."""


class Form:
    """Text that is written piece by piece; `places` leads from places in the JSON text to places in it."""

    def __init__(self, source):
        self.source = source
        self.out = bytearray()
        self.offsets = {}

    def write(self, text, of=None):
        if of is not None:
            self.offsets[of] = len(self.out)
        self.out += text.encode()

    def literal(self, value):
        if value.type == "number":
            return NUMBER.match(self.source, value.at)[0].decode()
        if value.type == "bool":
            return "true" if self.source.startswith(b"true", value.at) else "false"
        return "null"

    def places(self):
        return {None: None, **{place(self.source, at): place(bytes(self.out), to)
                               for at, to in self.offsets.items()}}


class Yaml(Form):
    def __init__(self, source, document, r):
        super().__init__(source)
        self.r = r
        self.flow = r.random() < .3
        self.write(r.choice(["", "---\n", "# a comment\n\n", "%YAML 1.1\n---\n"]))
        self.value(document, 0)
        self.write(r.choice(["\n", "\n", "\n...\n", "\n# the end\n"]))

    def string(self, text, at, name=False):
        style = self.r.random()
        if style < .4 and PLAIN.fullmatch(text) and text.lower() not in NOT_PLAIN:
            return self.write(text, at)
        if style < .7 and not name and text.isascii() and text.isprintable():
            return self.write("'" + text.replace("'", "''") + "'", at)
        quoted = json.dumps(text, ensure_ascii=False)
        self.write(UNPRINTABLE.sub(lambda c: f"\\u{ord(c[0]):04x}", quoted), at)

    def value(self, value, indent):
        if value.type == "string":
            self.string(value.content, value.at)
        elif value.type not in ("object", "array"):
            self.write(self.literal(value), value.at)
        elif self.flow or not value.content:
            self.flow_collection(value)
        elif value.type == "object":
            self.block(value, indent)
        else:
            self.sequence(value, indent)

    def flow_collection(self, value):
        brackets = "{}" if value.type == "object" else "[]"
        self.write(brackets[0], value.at)
        for i, item in enumerate(value.content):
            self.write(", " if i else "")
            if value.type == "object":
                name, at, item = item
                self.string(name, at, name=True)
                self.write(": ")
            self.value(item, 0)
        self.write(brackets[1])

    def block(self, value, indent):
        for i, (name, at, item) in enumerate(value.content):
            self.write("\n" + " " * indent if i else "")
            if i == 0:
                self.offsets[value.at] = len(self.out)
            self.string(name, at, name=True)
            self.write(":" + ("\n" + " " * (indent + 2) if self.nests(item) else " "))
            self.value(item, indent + 2)

    def sequence(self, value, indent):
        for i, item in enumerate(value.content):
            self.write("\n" + " " * indent if i else "")
            if i == 0:
                self.offsets[value.at] = len(self.out)
            self.write("- ")
            self.value(item, indent + 2)

    def nests(self, value):
        return not self.flow and value.type in ("object", "array") and value.content


class Plan(Form):
    """A plan of one resource; unknown members have no attribute, and are left out."""

    def __init__(self, source, document, r):
        super().__init__(source)
        if document.type != "object":
            raise NoForm
        blank = r.choice(["", "\n  "])
        self.write('{"format_version":"1.2","terraform_version":"1.9.0",' + blank + '"planned_values":{"root_module":'
                   '{"resources":[{"address":"' + TYPE + '.edr","mode":"managed","type":"' + TYPE + '","name":"edr",'
                   + blank + '"values":')
        self.object(document, "")
        self.write("}]}}}\n")

    def object(self, value, block):
        self.write("{", value.at)
        first = True
        for name, at, item in value.content:
            if name not in ATTRIBUTES[block]:
                if any(name in others for others in ATTRIBUTES.values()):
                    raise NoForm
                continue
            self.write("" if first else ",")
            first = False
            self.write(f'"{ATTRIBUTES[block][name]}"', at)
            self.write(": ")
            if name in ATTRIBUTES and item.type == "array":
                raise NoForm
            if name in ATTRIBUTES and item.type == "object":
                self.write("[")
                self.object(item, name)
                self.write("]")
            else:
                self.value(item)
        self.write("}")

    def value(self, value):
        if value.type == "object":
            raise NoForm
        if value.type == "array":
            self.write("[", value.at)
            for i, item in enumerate(value.content):
                self.write(", " if i else "")
                self.value(item)
            self.write("]")
        else:
            self.scalar(value)

    def scalar(self, value):
        text = json.dumps(value.content) if value.type == "string" else self.literal(value)
        self.write(text, value.at)


def resource(values, name="edr", module="", **more):
    """A resource of a plan's planned values."""
    return {"address": f"{module}{TYPE}.{name}", "mode": "managed", "type": TYPE, "name": name, "values": values, **more}


def values(source_name="acme-edr", role_arn="arn:aws:iam::123456789012:role/Crawler", external_id="acme-2026",
           principal="123456789012", **more):
    """A resource's attributes; None leaves one out."""
    def known(**attributes):
        return {k: v for k, v in attributes.items() if v is not None}

    return known(configuration=[{"crawler_configuration": [known(role_arn=role_arn)],
                                 "provider_identity": [known(external_id=external_id, principal=principal)]}],
                 source_name=source_name, **more)


def plan(resources=(), modules=(), **more):
    return {"format_version": "1.2", "terraform_version": "1.9.0",
            "planned_values": {"root_module": {"resources": list(resources), "child_modules": list(modules)}}, **more}
