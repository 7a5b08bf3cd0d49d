"""The proxies of benchmarks/faults and its callers. Needs nothing but the standard library.

Arguments: service's port, key, file of login states, port of Kernel, seconds a mode, names of those that fail; then NAME=PORT:PORT, where a proxy listens
for each dependency and where that is. Prints the rows of a table.
"""
import asyncio
import itertools
import socket
import struct
import sys
import threading
import time
import urllib.parse

from callers import API, Connection, Liveness, load, registration

MODES = ["refuses", "hangs", "answers 500 ms later", "resets half way"]
CALLERS = 16
LONGEST = 60


class Proxy:
    """A way to a port, on which things go wrong when they are told to."""

    def __init__(self, loop, near, far):
        self.loop, self.near, self.far = loop, near, far
        self.mode = "good"
        self.open = set()
        self.server = None
        self.changed = asyncio.Event()
        asyncio.run_coroutine_threadsafe(self.listen(), loop).result()

    def set(self, mode):
        asyncio.run_coroutine_threadsafe(self.change(mode), self.loop).result()

    async def listen(self):
        self.server = await asyncio.start_server(self.accept, "127.0.0.1", self.near, backlog=1024)

    async def change(self, mode):
        self.mode = mode
        self.changed.set()
        self.changed = asyncio.Event()
        if mode == "refuses":
            self.server.close()
            for writer in list(self.open):
                end(writer)
        elif not self.server.is_serving():
            await self.listen()

    async def accept(self, reader, writer):
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.far)
        except OSError:
            end(writer)
            return
        ends = (writer, far_writer)
        self.open.update(ends)
        answers = asyncio.Queue()
        pumps = [self.receive(reader, lambda data: self.forward(data, far_writer)),
                 self.receive(far_reader, lambda data: self.delay(data, answers)), self.answer(answers, writer, ends)]
        tasks = [asyncio.ensure_future(pump) for pump in pumps]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for each in ends:
            each.close()
            self.open.discard(each)

    async def receive(self, reader, give):
        data = await reader.read(65536)
        while data:
            while self.mode == "hangs":
                await self.changed.wait()
            await give(data)
            data = await reader.read(65536)

    async def forward(self, data, writer):
        writer.write(data)
        await writer.drain()

    async def delay(self, data, answers):
        late = 0.5 if self.mode == "answers 500 ms later" else 0
        answers.put_nowait((time.monotonic() + late, data))

    async def answer(self, answers, writer, ends):
        while True:
            due, data = await answers.get()
            await asyncio.sleep(max(0, due - time.monotonic()))
            if self.mode == "resets half way":
                await self.forward(data[:len(data) // 2], writer)
                await asyncio.sleep(0.01)
                for each in ends:
                    end(each)
                return
            await self.forward(data, writer)


def end(writer):
    """Resets the connection."""
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


class Calls:
    """What callers do where a dependency is needed; each gives status and seconds of the service's last answer."""

    def __init__(self, port, key, states, kernel):
        self.service, self.key, self.kernel = port, {"Authorization": "APIKEY " + key}, kernel
        self.text = key
        self.states = iter(open(states).read().split())
        self.numbers = itertools.count()
        self.local = threading.local()

    def connection(self, port):
        kept = self.local.__dict__.setdefault("kept", {})
        return kept.setdefault(port, Connection(port))

    def get(self, path, headers=None):
        status, headers, _, seconds = self.connection(self.service).call("GET", API + path, headers)
        return status, seconds, headers

    def mongodb(self):
        return self.get("/users/aura-id", registration(self.text, f"fault-{next(self.numbers)}"))[:2]

    def redis(self):
        return self.get(f"/users/nobody-{next(self.numbers)}", self.key)[:2]

    def kernel_login(self):
        """Begins a login, logs in at Kernel past the proxy as a browser does, and comes back."""
        status, seconds, headers = self.get("/users/auraid/integrated/start?state=" + next(self.states))
        if status != 303:
            return status, seconds
        cookie = headers["Set-Cookie"].split(";")[0]
        form = urllib.parse.urlsplit(headers["Location"]).query + f"&identifier=%2B346{next(self.numbers):08d}&action=login"
        _, headers, _, _ = self.connection(self.kernel).call(
            "POST", "/authorize", {"Content-Type": "application/x-www-form-urlencoded"}, form)
        back = urllib.parse.urlsplit(headers["Location"])
        return self.get("/users/auraid/integrated?" + back.query, {"Cookie": cookie})[:2]

    def direct_line(self):
        return self.get("/token", self.key)[:2]

    def storage(self):
        return self.get("/users/auraid/integrated/done?locale=es-es")[:2]


def recovery(call, good):
    began = time.monotonic()
    in_a_row = 0
    since = 0
    while in_a_row < 5 and time.monotonic() - began < LONGEST:
        if call()[0] == good:
            in_a_row += 1
        else:
            in_a_row, since = 0, time.monotonic() - began
        time.sleep(0.05)
    return f"{since:.1f}" if in_a_row == 5 else f"> {LONGEST}"


def measure(name, proxy, call, good, port, seconds):
    def step(_, tally):
        tally.note(*call())

    def row(mode, tally, alive, again):
        longest, bad, stalled = alive
        print(f"| {name} | {mode} | {tally.text()} | {tally.quantile(0.5):.0f} | {tally.quantile(1):.0f} | {longest:.0f}"
              f"{f', {bad} bad' if bad else ''} | {stalled:.0f} | {again} |", flush=True)

    load(CALLERS, seconds, step, 0.05)  # compiled before it is measured
    for mode in ["good"] + MODES:
        liveness = Liveness(port)
        proxy.set(mode)
        liveness.start()
        tally = load(CALLERS, seconds, step, 0.05)
        alive = liveness.stop()
        proxy.set("good")
        row(mode, tally, alive, "" if mode == "good" else recovery(call, good))


def main(port, key, states, kernel, seconds, names, *ways):
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()
    proxies = {}
    for way in ways:
        name, ports = way.split("=")
        proxies[name] = Proxy(loop, *map(int, ports.split(":")))
    health = Connection(int(port))
    while health.call("GET", API + "/healthz")[0] != 200:
        time.sleep(0.2)
    calls = Calls(int(port), key, states, int(kernel))
    print("| dependency | it | callers saw | median ms | longest ms | liveness, longest ms | callers themselves stalled, ms | good again after s |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    wanted = {"mongodb": ("MongoDB, registering", calls.mongodb, 200), "redis": ("Redis, reading who is in no cache", calls.redis, 404),
              "kernel": ("Kernel, a login", calls.kernel_login, 303), "directline": ("Direct Line, a token", calls.direct_line, 200),
              "storage": ("Blob Storage, a page", calls.storage, 200)}
    for dependency, (name, call, good) in wanted.items():
        if dependency in names.split():
            measure(name, proxies[dependency], call, good, int(port), float(seconds))


if __name__ == "__main__":
    main(*sys.argv[1:])
