#!/usr/bin/env bash
# Loads ./aura run over its embedded store with that many users, through its HTTP API, and prints one table: registrations a
# second, their ratio to the bare driver's inserts into the same store, the longest that a reader beside them waited, removals
# a second with their longest wait and 503s, and after a kill -9 the time of a start, memory, and files against data.
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
trap '[ -z "$watcher" ] || kill "$watcher" 2>/dev/null || true; [ -z "$server" ] || kill -9 "$server" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
javac -cp "$jar" -d "$work/load" benchmarks/src/main/java/io/github/auraauth/benchmarks/EmbeddedStoreLoad.java
printf '<configuration/>' >"$work/quiet.xml"
load() { java -XX:TieredStopAtLevel=1 -Dlogback.configurationFile="$work/quiet.xml" -cp "$work/load:$jar" io.github.auraauth.benchmarks.EmbeddedStoreLoad "$@"; }
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

printf '%8s %8s %8s %6s %8s %8s %8s %5s %7s %8s %8s %6s\n' users reg/s driver/s ratio wait-ms rem/s wait-ms 503s start-s rss-MB peak-MB f/data
for users in "$@"; do
  export AURA_DATA_FOLDER=$work/data-$users TAC_PORT=0
  AURA_SERVICE_PORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  export AURA_SERVICE_PORT
  api=http://127.0.0.1:$AURA_SERVICE_PORT/aura-services/v1/users
  start
  key=$(./aura apikey generate -v 9.5.0 -s aura-services -a aura-bot,kernel -m rw | tail -n 1)
  load register "$api" "$key" 1000000 2000 >/dev/null # compiled before it is measured
  driver=$(load insert "$(cat "$AURA_DATA_FOLDER/store.address")" "$((users < 20000 ? users : 20000))")
  : >"$work/sizes"; watch & watcher=$!
  read -r registered _ failed wait < <(load register "$api" "$key" 0 "$users")
  # a whole compaction lies within, since what was removed leaves the files
  read -r removed refused failed_too wait_removing < <(load remove "$api" "$key" 0 "$((users < 10000 ? users / 10 : 1000))")
  sleep "${AURA_REST:-60}"
  memory=$(resident); data=$(bytes)
  kill "$watcher"; watcher=
  peak=$(sort -n "$work/sizes" | tail -n 1)
  kill -9 "$server"; wait "$server" 2>/dev/null || true
  start
  printf '%8d %8d %8d %6s %8d %8d %8d %5d %7s %8d %8d %6s\n' "$users" "$registered" "$driver" \
    "$(awk "BEGIN { printf \"%.2f\", $registered / $driver }")" "$wait" "$removed" "$wait_removing" "$refused" "$started" \
    "$memory" "$((peak / 1048576))" "$(awk "BEGIN { printf \"%.2f\", $peak / $data }")"
  [ "$failed$failed_too" = 00 ] || echo "         failed otherwise: $failed registering, $failed_too removing" >&2
  kill -9 "$server"; wait "$server" 2>/dev/null || true; server=
done
