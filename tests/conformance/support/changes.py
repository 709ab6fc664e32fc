# SPDX-License-Identifier: BSL-1.0
"""Documents that differ from one in a single place."""

import copy

VALUES = (None, True, 5, 1.5, "", "x", "/x", "error", "x" * 1000, [], ["x"], {}, {"x": "y"})


def changes(document):
    """The document itself; each value replaced, each member left out, a member added to each object, each list's
    element repeated."""
    yield document
    for path in paths_of(document):
        for value in VALUES:
            yield changed(document, path, lambda parent, key, value=value: parent.__setitem__(key, value))
        yield changed(document, path, lambda parent, key: parent.__delitem__(key))
        yield changed(document, path, lambda parent, key: isinstance(parent[key], dict)
                      and parent[key].update(unknown=1))
        yield changed(document, path, lambda parent, key: isinstance(parent[key], list)
                      and parent[key].extend(parent[key] * 1500))
    for value in VALUES:
        yield value


def paths_of(value, path=()):
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in entries:
        yield (*path, key)
        yield from paths_of(below, (*path, key))


def changed(document, path, change):
    result = copy.deepcopy(document)
    parent = result
    for key in path[:-1]:
        parent = parent[key]
    change(parent, path[-1])
    return result
