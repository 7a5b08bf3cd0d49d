#!/usr/bin/env bash
# Reads users that no cache holds, one after the other, with that many users in the embedded store, and prints the median and
# the slowest hundredth for each count, with the ratio of the medians to the first. The server is started anew before it is
# read from, and warmed with reads of users that are not there, which take the same way to the store.
# Usage: benchmarks/never-seen.sh [users...]
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- 1000 100000 300000
for tool in curl python3 javac; do
  command -v "$tool" >/dev/null || { echo "missing: $tool (apt-get install curl python3 openjdk-17-jdk-headless)" >&2; exit 69; }
done
[ -n "${AURA_BUILT:-}" ] || ./aura build
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill -9 "$server" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
javac -d "$work/load" benchmarks/src/main/java/io/github/auraauth/benchmarks/ChangeLoad.java
export TAC_PORT=0
start() {
  ./aura run >>"$work/aura.log" 2>&1 & server=$!
  until curl -fs -m 2 "$url/healthz" >/dev/null; do
    kill -0 "$server" || { tail -5 "$work/aura.log" >&2; exit 1; }
    sleep 0.1
  done
}
stop() { kill "$server"; wait "$server" 2>/dev/null || true; server=; }
load() { java -XX:TieredStopAtLevel=1 -cp "$work/load" io.github.auraauth.benchmarks.ChangeLoad "$url" "$key" "$@"; }
for users in "$@"; do
  AURA_SERVICE_PORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  export AURA_SERVICE_PORT AURA_DATA_FOLDER=$work/data-$users
  url=http://127.0.0.1:$AURA_SERVICE_PORT
  start
  key=$(./aura apikey generate -v 9.5.0 -s aura-services -a aura-bot,kernel -m rw | tail -n 1)
  load aura-id user- 32 3600 "$users" >/dev/null
  stop
  start
  load read absent- 4 20 60000 >/dev/null
  # spread over all of them
  line=$(load read user- 1 60 1000 $((users / 1000)))
  printf '%8d users: %s\n' "$users" "$line"
  stop
done | tee "$work/lines"
awk '{ median = $8; if (NR == 1) first = median; printf "%8d users: median %.1f ms, %.2f of the first\n", $1, median, median / first }' "$work/lines"
