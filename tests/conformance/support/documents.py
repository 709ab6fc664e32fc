# SPDX-License-Identifier: BSL-1.0
"""Requests and responses without a violation, and ways to change them."""

import json

ROLE_ARN = "arn:aws:iam::123456789012:role/Crawler"


class Raw(str):
    """JSON text that goes into a document as it stands."""


def text_of(value):
    """Compact JSON. A tuple of pairs is an object, whose names may repeat or be Raw."""
    if isinstance(value, Raw):
        return str(value)
    if isinstance(value, list):
        return "[" + ",".join(map(text_of, value)) + "]"
    if isinstance(value, dict):
        value = tuple(value.items())
    if isinstance(value, tuple):
        return "{" + ",".join(f"{text_of(k)}:{text_of(v)}" for k, v in value) + "}"
    return json.dumps(value, ensure_ascii=False)


LEAVE_OUT = object()


def members(*pairs):
    return tuple((k, v) for k, v in pairs if v is not LEAVE_OUT)


def request(role_arn=ROLE_ARN, external_id="acme-2026", principal="123456789012",
            event_classes=LEAVE_OUT, source_name="acme-edr", source_version=LEAVE_OUT,
            crawler=LEAVE_OUT, provider=LEAVE_OUT, configuration=LEAVE_OUT, more=()):
    """A request, with what is given in place of what would be there; `more` members at its end."""
    if crawler is LEAVE_OUT:
        crawler = members(("roleArn", role_arn))
    if provider is LEAVE_OUT:
        provider = members(("externalId", external_id), ("principal", principal))
    if configuration is LEAVE_OUT:
        configuration = members(("crawlerConfiguration", crawler), ("providerIdentity", provider))
    return text_of(members(("configuration", configuration), ("eventClasses", event_classes),
                           ("sourceName", source_name), ("sourceVersion", source_version), *more))


def response(name="acme-edr", region="us-west-2", version=LEAVE_OUT, location=None, role_arn=None,
             crawler_arn=None, database_arn=None, table_arn=None, more=()):
    """A response as the service gives it."""
    place, folded = region.replace("-", "_"), name.replace("-", "_")
    glue = f"arn:aws:glue:{region}:123456789012"
    role = f"arn:aws:iam::123456789012:role/AmazonSecurityLake-Provider-{name}-{region}"
    bucket = f"s3://aws-security-data-lake-{region}-abcdefghijklmnopqrstuvwxyz0123"

    def given(value, usual):
        return usual if value is None else value

    table = f"{glue}:table/amazon_security_lake_table_{place}_ext_{folded}"
    return text_of({"source": members(
        ("attributes", members(
            ("crawlerArn", given(crawler_arn, f"{glue}:crawler/{name}")),
            ("databaseArn", given(database_arn, f"{glue}:database/amazon_security_lake_glue_db_{place}")),
            ("tableArn", given(table_arn, table)))),
        ("provider", members(("location", given(location, f"{bucket}/ext/{name}/")),
                             ("roleArn", given(role_arn, role)))),
        ("sourceName", name), ("sourceVersion", version), *more)})
