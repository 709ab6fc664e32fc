# SPDX-License-Identifier: BSL-1.0
"""A model of the mock service: what it must have answered, if it did one thing after the other."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate


@dataclass
class Done:
    """An answered request: when it was sent and answered, and what it was."""
    start: float
    end: float
    kind: str  # create, delete or list
    status: int
    request_id: str
    key: tuple = ()  # (region, name) of a change
    value: tuple = ()  # (account, version) of a change; of a Delete, the version alone counts
    filters: dict = field(default_factory=dict)  # of a list: region, account, name
    pages: list = field(default_factory=list)  # of a list, as `Connection.pages` has them


class Lake:
    def __init__(self):
        self.sources = {}  # (region, name) -> (account, version)

    def apply(self, done):
        """What a change must be answered; changes the lake."""
        held = self.sources.get(done.key)
        if done.kind == "create":
            if held:
                return 409
            self.sources[done.key] = done.value
        else:
            if not held or done.value[1] not in (None, held[1]):
                return 404
            del self.sources[done.key]
        return 200


def passes(filters, key, value):
    return all(filters.get(name, found) == found
               for name, found in (("region", key[0]), ("name", key[1]), ("account", value[0])))


def check_order(changes):
    """`changes` are in the order of the service's log: none may stand behind one that began after its end."""
    latest_start = 0.0
    for done in changes:
        assert done.end >= latest_start, f"{done} is logged behind what began after its end"
        latest_start = max(latest_start, done.start)


def replay(changes):
    """Checks each answer; returns the lake, and what each effective change made of a key."""
    lake, effects = Lake(), []
    for done in changes:
        expected = lake.apply(done)
        assert done.status == expected, f"{done} must have been answered {expected}"
        if done.status == 200:
            effects.append((done, done.key, lake.sources.get(done.key)))
    return lake, effects


def check_lists(lists, effects):
    """Each list shows all that was there before it began and until it ended, nothing twice, and nothing that was
    not there meanwhile; a list of one page shows the lake as it was at one moment."""
    ends, starts = (suffix_least(times) for times in ([done.end for done, _, _ in effects],
                                                      [done.start for done, _, _ in effects]))
    # Effects before the first had surely happened when a list began, those from the last on had surely not when it
    # ended.
    windows = [(bisect_left(ends, done.start), bisect_right(starts, done.end), done) for done in lists]
    lake, applied = {}, 0
    for first, last, done in sorted(windows, key=lambda window: window[0]):
        for _, key, value in effects[applied:first]:
            lake[key] = value
        applied = first
        check_list(done, lake, effects[first:last])


def check_list(done, before, meanwhile):
    shown = [source for page in done.pages for source in page]
    assert len({source[:3] for source in shown}) == len(shown), f"a list by {done.filters} has a source twice"
    found = {((region, name), (account, version)) for account, region, name, version in shown}
    unsettled = {key for _, key, _ in meanwhile}

    def visible(lake, keys):
        return {(key, lake[key]) for key in keys if lake.get(key) and passes(done.filters, key, lake[key])}

    listed, settled = {each for each in found if each[0] not in unsettled}, visible(before, before.keys() - unsettled)
    assert listed == settled, f"a list by {done.filters} lacks {settled - listed} and has {listed - settled}"
    state = {key: before.get(key) for key in unsettled}
    moments = [visible(state, unsettled)]
    for _, key, value in meanwhile:
        state[key] = value
        moments.append(visible(state, unsettled))
    if len(done.pages) == 1:
        assert found - listed in moments, f"a list by {done.filters} shows the lake as it never was"
    for each in found - listed:
        assert any(each in moment for moment in moments), f"{each} was never there meanwhile"


def suffix_least(values):
    """Of each value and all behind it the least."""
    return list(accumulate(reversed(values), min))[::-1]
