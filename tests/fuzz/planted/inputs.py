# SPDX-License-Identifier: BSL-1.0
"""For each bug planted in examples/fuzzing/service.cpp an input that reaches it, and one beside it that does not.

They show what the bugs need; no fuzzer gets them.
"""


def request(name='"acme"', role="arn:aws:iam::123456789012:role/crawler", external_id="acme-1", more=""):
    return (f'{{"configuration":{{"crawlerConfiguration":{{"roleArn":"{role}"}},"providerIdentity":'
            f'{{"externalId":"{external_id}","principal":"123456789012"}}}},"sourceName":{name}{more}}}')


def named(size):
    return request(name=f'"{"n" * size}"')


def role_of(name, partition="aws"):
    return request(role=f"arn:{partition}:iam::123456789012:role/{name}")


def listing(classes):
    return request(more=f',"eventClasses":[{",".join(["null"] * classes)}]')


REACHES_AND_MISSES = {
    "name_buffer": (named(22), named(21)),
    "role_terminator": (role_of("r" * 64), role_of("r" * 63)),
    "missed_null": (request(more=',"sourceVersion":null'), request(more=',"eventClasses":null')),
    "last_wins": (request(more=',"sourceName":"edr"'), request(more=',"sourceName":"acme"')),
    "raw_escapes": (request(name=r'"a\u0063me"'), request(external_id=r"a\u0063me")),
    "character_count": (request(name='"caf\u00e9"'), request(name='"a b"')),
    "list_of_129": (listing(129), listing(128)),
    "region_budget": (named(24), named(23)),
    "leaking_error": (role_of("r", partition="aws-cn"), role_of("r", partition="awx")),
    "quadratic_loop": (request(external_id="e" * 521), request(external_id="e" * 520)),
}
