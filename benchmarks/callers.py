"""What the callers of benchmarks/faults, benchmarks/overload, benchmarks/soak and benchmarks/embedded-store.sh share.

Needs nothing but the standard library. As a program:
  callers.py live PORT                  asks for liveness until it is told to end; prints the longest answer in milliseconds, and
                                        how many were no 200, and for how many milliseconds this program itself got no processor at
                                        the longest: where that is much, the other figures say little
  callers.py recovered PORT PATH KEY    prints after how many seconds ten reads in a row were 200 within 100 ms each
  callers.py missing PORT KEY           reads users whom nobody has, one after the other over one connection, until it is told to
                                        end; prints the longest answer in milliseconds, how many took over 100, and how many were
                                        no 404
  callers.py start PORT PATH COMMAND…   starts a server, and ends it once it has answered 200; prints after how many milliseconds it
                                        did, asked each 20 ms, and its resident megabytes then
"""
import collections
import http.client
import re
import signal
import socket
import subprocess
import sys
import threading
import time

API = "/aura-services/v1"
CHANNEL = "6f4c1f0e-0d5b-4a53-9a0e-3d3a5a7a2c11"


def registration(key, user):
    return {"Authorization": "APIKEY " + key, "x-4p-channel-id": CHANNEL, "x-4p-user-id": "person-" + user,
            "x-4p-authorization-id": "session-" + user, "x-4p-authentication-type": "uid",
            "x-4p-authentication-identifier": "uid-" + user}


class Connection:
    """One kept connection to a port of this machine; what failed on it is the status of the call."""

    def __init__(self, port, timeout=30):
        self.http = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)

    def call(self, method, path, headers=None, body=None):
        """Status, headers, body and seconds."""
        began = time.monotonic()
        try:
            self.http.request(method, path, body, headers or {})
            response = self.http.getresponse()
            content = response.read()
            return response.status, response.headers, content, time.monotonic() - began
        except (OSError, http.client.HTTPException) as failure:
            self.http.close()
            return type(failure).__name__, {}, b"", time.monotonic() - began


class Tally:
    """Statuses and times, by name where there are names."""

    def __init__(self):
        self.lock = threading.Lock()
        self.clear()

    def clear(self):
        self.statuses = collections.Counter()
        self.times = []

    def note(self, status, seconds):
        with self.lock:
            self.statuses[status] += 1
            self.times.append(seconds)

    def text(self):
        return ", ".join(f"{status} × {count}" for status, count in sorted(self.statuses.items(), key=str))

    def quantile(self, part):
        """In milliseconds."""
        ordered = sorted(self.times)
        return 1000 * ordered[min(int(len(ordered) * part), len(ordered) - 1)] if ordered else 0


def load(callers, seconds, step, pause=0.0):
    """Calls step(number of the caller, tally) by so many callers at once for so many seconds; gives the tally."""
    tally = Tally()
    end = time.monotonic() + seconds

    def run(caller):
        while time.monotonic() < end:
            step(caller, tally)
            time.sleep(pause)

    threads = [threading.Thread(target=run, args=(caller,), daemon=True) for caller in range(callers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally


class Liveness(threading.Thread):
    """Asks each 50 ms whether the process answers, until it is stopped."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self.connection = Connection(port)
        self.tally = Tally()
        self.ended = threading.Event()
        self.stalled = 0

    def run(self):
        began = time.monotonic()
        while not self.ended.wait(0.05):
            self.stalled = max(self.stalled, time.monotonic() - began - 0.05)
            status, _, _, seconds = self.connection.call("GET", API + "/healthz?probe=live")
            self.tally.note(status, seconds)
            began = time.monotonic()

    def stop(self):
        """The longest answer in milliseconds, how many were no 200, and the longest that we waited for the processor."""
        self.ended.set()
        self.join()
        return self.tally.quantile(1), sum(self.tally.statuses.values()) - self.tally.statuses[200], 1000 * self.stalled


def live(port):
    liveness = Liveness(port)
    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    liveness.start()
    ended.wait()
    print("%.0f %d %.0f" % liveness.stop())


def missing(port, key):
    """By a bare socket, in a process that does nothing else: a busy caller's own waits are no waits for the server."""
    asked = socket.create_connection(("127.0.0.1", port), 30)
    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    longest, slow, other, number = 0, 0, 0, 0
    while not ended.is_set():
        number += 1
        began = time.monotonic()
        asked.sendall(f"GET {API}/users/nobody-{began}-{number} HTTP/1.1\r\nHost: a\r\nAuthorization: APIKEY {key}\r\n\r\n".encode())
        answer = b""
        while not whole(answer):
            answer += asked.recv(65536) or sys.exit("the server ended the connection")
        took = 1000 * (time.monotonic() - began)
        longest, slow, other = max(longest, took), slow + (took > 100), other + (b" 404 " not in answer[:13])
    print("%.0f %d %d" % (longest, slow, other))


def whole(answer):
    head, end, body = answer.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: (\d+)", head)
    return bool(end) and length is not None and len(body) >= int(length.group(1))


def recovered(port, path, key):
    began = time.monotonic()
    good = 0
    connection = Connection(port)
    while good < 10:
        status, _, _, seconds = connection.call("GET", path, {"Authorization": "APIKEY " + key})
        good = good + 1 if status == 200 and seconds < 0.1 else 0
        since = time.monotonic() - began
        if since > 60:
            break
    print("%.1f" % since)


def start(port, path, *command):
    """By a bare socket: what asks shares the processor with what is asked."""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()
    began = time.monotonic()
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=sys.stderr)
    while not answers(port, request):
        if server.poll() is not None:
            sys.exit(f"{command[0]} ended with {server.returncode}")
        time.sleep(0.02)
    took = time.monotonic() - began
    resident = re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{server.pid}/status").read()).group(1)
    print("%.0f %d" % (1000 * took, int(resident) // 1024))
    server.terminate()
    server.wait()


def answers(port, request):
    try:
        with socket.create_connection(("127.0.0.1", port), 2) as asked:
            asked.sendall(request)
            return asked.recv(12).endswith(b" 200")
    except OSError:
        return False


if __name__ == "__main__":
    what, arguments = sys.argv[1], sys.argv[2:]
    {"live": live, "missing": missing, "recovered": recovered, "start": start}[what](int(arguments[0]), *arguments[1:])
