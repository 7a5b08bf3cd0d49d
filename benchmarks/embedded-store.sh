#!/usr/bin/env bash
# Loads ./aura run over its embedded store with that many users, through its HTTP API, and prints one table: registrations a
# second, the longest that a reader beside them waited and how often more than 100 ms, the same while users are removed and for
# a minute after it, 503s, and after a kill -9 the time of a start, memory, and files against data.
# Usage: benchmarks/embedded-store.sh [users...]
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- 1000 100000 300000
for tool in curl python3 javac; do
  command -v "$tool" >/dev/null || { echo "missing: $tool (apt-get install curl python3 openjdk-17-jdk-headless)" >&2; exit 69; }
done
[ -n "${AURA_BUILT:-}" ] || ./aura build
jar=app/target/aura-auth.jar
work=$(mktemp -d)
server=
watcher=
reader=
trap '[ -z "$reader" ] || kill "$reader" 2>/dev/null || true; [ -z "$watcher" ] || kill "$watcher" 2>/dev/null || true; [ -z "$server" ] || kill -9 "$server" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
javac -cp "$jar" -d "$work/load" benchmarks/src/main/java/io/github/auraauth/benchmarks/EmbeddedStoreLoad.java
load() { java -XX:TieredStopAtLevel=1 -cp "$work/load:$jar" io.github.auraauth.benchmarks.EmbeddedStoreLoad "$@"; }
now() { date +%s%N; }
start() {
  begun=$(now)
  ./aura run >>"$work/aura.log" 2>&1 & server=$!
  until curl -fs -m 2 "http://127.0.0.1:$AURA_SERVICE_PORT/healthz" >/dev/null; do
    kill -0 "$server" || { tail -5 "$work/aura.log" >&2; exit 1; }
    sleep 0.05
  done
  started=$(awk "BEGIN { printf \"%.1f\", ($(now) - $begun) / 1e9 }")
}
resident() { awk '/VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$server/status"; }
bytes() { { stat -c %s "$AURA_DATA_FOLDER"/store.* 2>/dev/null || true; } | awk '{ s += $1 } END { print s + 0 }'; }
watch() { while sleep 0.5; do bytes >>"$work/sizes"; done; }

# A reader in a process of its own; ended by end_reader, which prints what it saw.
begin_reader() { python3 -B benchmarks/callers.py missing "$AURA_SERVICE_PORT" "$key" >"$work/reader" & reader=$!; }
end_reader() { kill "$reader"; wait "$reader"; reader=; cat "$work/reader"; }

printf '%8s %8s %8s %5s %8s %8s %5s %5s %7s %8s %8s %6s\n' users reg/s wait-ms over rem/s wait-ms over 503s start-s rss-MB peak-MB f/data
for users in "$@"; do
  export AURA_DATA_FOLDER=$work/data-$users TAC_PORT=0
  AURA_SERVICE_PORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  export AURA_SERVICE_PORT
  api=http://127.0.0.1:$AURA_SERVICE_PORT/aura-services/v1/users
  start
  key=$(./aura apikey generate -v 9.5.0 -s aura-services -a aura-bot,kernel -m rw | tail -n 1)
  load register "$api" "$key" 1000000 2000 >/dev/null # compiled before it is measured
  : >"$work/sizes"; watch & watcher=$!
  begin_reader
  read -r registered _ failed < <(load register "$api" "$key" 0 "$users")
  end_reader >"$work/registering"
  begin_reader
  read -r removed refused failed_too < <(load remove "$api" "$key" 0 "$((users < 10000 ? users / 10 : 1000))")
  # a whole compaction lies within, since what was removed leaves the files
  sleep "${AURA_REST:-60}"
  read -r wait over other <"$work/registering"
  end_reader >"$work/removing"
  read -r wait_removing over_removing other_removing <"$work/removing"
  memory=$(resident); data=$(bytes)
  kill "$watcher"; watcher=
  peak=$(sort -n "$work/sizes" | tail -n 1)
  kill -9 "$server"; wait "$server" 2>/dev/null || true
  start
  printf '%8d %8d %8d %5d %8d %8d %5d %5d %7s %8d %8d %6s\n' "$users" "$registered" "$wait" "$over" "$removed" \
    "$wait_removing" "$over_removing" "$refused" "$started" "$memory" "$((peak / 1048576))" \
    "$(awk "BEGIN { printf \"%.2f\", $peak / $data }")"
  [ "$failed$failed_too$other$other_removing" = 0000 ] ||
    echo "         failed otherwise: $failed registering, $failed_too removing, $((other + other_removing)) reading" >&2
  kill -9 "$server"; wait "$server" 2>/dev/null || true; server=
done
