"""The callers of benchmarks/soak, and its table. Needs nothing but the standard library.

Arguments: service's port, port of the terms, its process, file of login states, port of Kernel, minutes, key, key of the terms, token
of an account. Ends with 1 where the heap grew or a call failed.
"""
import itertools
import json
import re
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse

from callers import API, CHANNEL, Connection, Liveness, Tally, registration

CALLERS = 8
PAUSE = 0.005
KNOWN = 1000
EVERY = 30
SETTLED = 120
MOST_GROWTH = 1.05


class Caller:
    """One who does everything, one after the other, and notes what was not answered as it should be."""

    def __init__(self, ports, secrets, states, numbers, tally, failures):
        self.service, self.terms, self.kernel = (Connection(int(port)) for port in ports)
        self.key, self.terms_key, self.token = secrets
        self.authorization = {"Authorization": "APIKEY " + self.key}
        self.states, self.numbers, self.tally, self.failures = states, numbers, tally, failures

    def call(self, expected, method, path, headers=None, body=None, connection=None):
        status, headers, content, seconds = (connection or self.service).call(method, path, headers, body)
        self.tally.note(status, seconds)
        if status != expected:
            self.failures.note(f"{method} {re.sub('[0-9]+', 'N', path.split('?')[0])}: {status}", seconds)
        return headers, content

    def get(self, path, headers=None):
        return self.call(200, "GET", path, headers)

    def all(self):
        number = next(self.numbers)
        self.users(number)
        self.terms_of(f"person-{number}")
        self.open_pages()
        self.get("/api/v1/me", {"Authorization": "Token " + self.token})
        self.get(API + "/token", self.authorization)
        self.log_in()

    def users(self, number):
        one = API + "/users/soak-" + str(number)
        self.get(API + f"/users/known-{number % KNOWN}", self.authorization)
        self.get(API + f"/users/aura-id/soak-{number}", registration(self.key, f"soak-{number}"))
        self.get(one, self.authorization)
        self.get(API + f"/users/aura-id/soak-{number}", registration(self.key, f"soak-{number}-again"))
        self.get(one, self.authorization)
        self.call(204, "DELETE", one, self.authorization)
        self.get(API + f"/users/nobody-{number}",
                 {**self.authorization, "return-anonymous": "true", "x-4p-channel-id": CHANNEL})

    def terms_of(self, person):
        path = f"/v0/users/{person}/services"
        key = {"x-api-key": self.terms_key, "Content-Type": "application/json"}
        self.call(201, "POST", path, key, json.dumps({"version": "1", "name": "aura"}), self.terms)
        self.call(200, "GET", path, key, None, self.terms)
        self.call(200, "GET", path + "/aura/latest?required=1", key, None, self.terms)
        self.call(204, "DELETE", path, key, None, self.terms)

    def open_pages(self):
        for path in ("/oidc/jwks", "/oidc/.well-known/openid-configuration", API + "/openid/jwk", "/login",
                     API + "/users/auraid/integrated/done?locale=es-es"):
            self.get(path)

    def log_in(self):
        """A whole login at Kernel, and the end of who was registered by it."""
        try:
            number, state = next(self.states)
        except StopIteration:
            return
        headers, _ = self.call(303, "GET", API + "/users/auraid/integrated/start?state=" + state)
        if "Location" not in headers:
            return
        cookie = headers["Set-Cookie"].split(";")[0]
        form = urllib.parse.urlsplit(headers["Location"]).query + f"&identifier=%2B346{number:08d}&action=login"
        _, headers, _, _ = self.kernel.call(
            "POST", "/authorize", {"Content-Type": "application/x-www-form-urlencoded"}, form)
        back = urllib.parse.urlsplit(headers["Location"])
        self.call(303, "GET", API + "/users/auraid/integrated?" + back.query, {"Cookie": cookie})
        self.call(204, "DELETE", API + f"/users/login-{number}", self.authorization)


class Locked:
    """An iterator for several threads."""

    def __init__(self, iterator):
        self.iterator, self.lock = iterator, threading.Lock()

    def __next__(self):
        with self.lock:
            return next(self.iterator)


def histogram(process):
    """Bytes that are reachable, by class: the histogram is made after a full collection."""
    lines = subprocess.run(["jcmd", process, "GC.class_histogram"], capture_output=True, text=True, check=True).stdout
    return {name: int(size) for size, name in re.findall(r"^ *\d+: +\d+ +(\d+) +(\S+)", lines, re.MULTILINE)}


def growth_of(before, after):
    """The classes that grew most."""
    grown = sorted(after, key=lambda name: before.get(name, 0) - after[name])[:8]
    return ", ".join(f"{name} {(after[name] - before.get(name, 0)) / 1e6:+.1f} MB" for name in grown)


def resident(process):
    return int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{process}/status").read()).group(1)) / 1024


def main(port, terms, process, states, kernel, minutes, *secrets):
    tally, failures = Tally(), Tally()
    ended = threading.Event()
    numbers = Locked(itertools.count())
    logins = Locked(enumerate(open(states).read().split()))

    def caller():
        return Caller((port, terms, kernel), secrets, logins, numbers, tally, failures)

    def run():
        one = caller()
        while not ended.wait(PAUSE):
            one.all()

    first = caller()
    for number in range(KNOWN):
        first.get(API + f"/users/aura-id/known-{number}", registration(secrets[0], f"known-{number}"))
    threads = [threading.Thread(target=run, daemon=True) for _ in range(CALLERS)]
    liveness = Liveness(int(port))
    for thread in [liveness, *threads]:
        thread.start()
    print("| minute | heap MB after a full collection | resident MB | calls a second | median ms | 99th percentile ms | errors |")
    print("| --- | --- | --- | --- | --- | --- | --- |", flush=True)
    heaps = []
    began = time.monotonic()
    for turn in range(1, int(float(minutes) * 60 / EVERY) + 1):
        tally.clear()
        failed = len(failures.times)
        time.sleep(max(0, began + turn * EVERY - time.monotonic()))
        count, median, slow = len(tally.times), tally.quantile(0.5), tally.quantile(0.99)
        classes = histogram(process)
        heaps.append(sum(classes.values()) / 1e6)
        if turn == SETTLED // EVERY:
            then = classes
        print(f"| {turn * EVERY / 60:.1f} | {heaps[-1]:.1f} | {resident(process):.0f} | {count / EVERY:.0f} | {median:.1f} | {slow:.0f} "
              f"| {len(failures.times) - failed} |", flush=True)
    ended.set()
    for thread in threads:
        thread.join()
    longest, bad, stalled = liveness.stop()
    settled = heaps[SETTLED // EVERY - 1:]
    growth = statistics.median(settled[-3:]) / statistics.median(settled[:3])
    print(f"\nheap after two minutes to the end: {growth:.3f}; liveness {longest:.0f} ms at the longest, {bad} bad; callers stalled {stalled:.0f} ms")
    print("what grew since: " + growth_of(then, classes))
    print("errors: " + (failures.text() or "none"))
    sys.exit(growth > MOST_GROWTH or bool(failures.times) or bad > 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
