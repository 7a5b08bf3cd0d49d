#!/usr/bin/env bash
# Loads the hot path (cached GET /users/{auraId}) and a bare Javalin handler doing one Redis GET, in turns, in one run,
# and prints their ratio. Needs wrk and redis-server. Usage: benchmarks/hot-path.sh [rounds] [seconds a turn]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-5}
seconds=${2:-8}
for tool in wrk redis-server redis-cli curl; do
  command -v "$tool" >/dev/null || { echo "missing: $tool (apt-get install wrk redis-server curl)" >&2; exit 69; }
done
mvn -B -ntp -q -Pbenchmarks -DskipTests -pl app,benchmarks -am package

work=$(mktemp -d)
pids=()
trap 'for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done; wait 2>/dev/null || true; rm -rf "$work"' EXIT
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
redis_port=$(free_port); aura_port=$(free_port); bare_port=$(free_port)

redis-server --bind 127.0.0.1 --port "$redis_port" --save '' --dir "$work" >/dev/null & pids+=($!)
export AURA_ENVIRONMENT_NAME=bench AURA_ENCRYPTION_KEY=benchmark-key-of-32-characters-! AURA_SEED_ID=benchmark-seed-of-nobody
AURA_SERVICE_PORT=$aura_port AURA_DATA_FOLDER=$work/data AURA_REDIS_MODE=SINGLE AURA_REDIS_HOSTS=127.0.0.1:$redis_port \
  java -Xmx512m -jar app/target/aura-auth.jar run >"$work/aura.log" 2>&1 & pids+=($!)
key() { java -jar app/target/aura-auth.jar apikey generate -v 9.5.0 -s aura-services -a "$1" -m rw | tail -n 1; }
bot=$(key aura-bot)
until curl -fs "http://127.0.0.1:$aura_port/healthz" >/dev/null; do sleep 0.2; done
curl -fs "http://127.0.0.1:$aura_port/aura-services/v1/users/aura-id/bench-user" -H "Authorization: APIKEY $bot" \
  -H 'x-4p-channel-id: 6f4c1f0e-0d5b-4a53-9a0e-3d3a5a7a2c11' -H 'x-4p-user-id: bench' -H 'x-4p-authorization-id: bench' \
  -H 'x-4p-authentication-type: uid' -H 'x-4p-authentication-identifier: bench' >"$work/user.json"
redis-cli -p "$redis_port" -x set bare <"$work/user.json" >/dev/null
java -Xmx512m -jar benchmarks/target/bare-javalin.jar "$bare_port" "redis://127.0.0.1:$redis_port" bare >"$work/bare.log" 2>&1 & pids+=($!)
until curl -fs "http://127.0.0.1:$bare_port/users/bench-user" >/dev/null; do sleep 0.2; done

aura() { wrk -t1 -c32 -d"$1"s -H "Authorization: APIKEY $bot" "http://127.0.0.1:$aura_port/aura-services/v1/users/bench-user"; }
bare() { wrk -t1 -c32 -d"$1"s "http://127.0.0.1:$bare_port/users/bench-user"; }
rate() { awk '/Non-2xx/ { bad = $0 } /Requests\/sec/ { print $2 } END { if (bad) { print bad > "/dev/stderr"; exit 1 } }'; }
aura "$seconds" >/dev/null; bare "$seconds" >/dev/null
for round in $(seq "$rounds"); do
  a=$(aura "$seconds" | rate); b=$(bare "$seconds" | rate)
  echo "round $round: aura $a/s, bare $b/s, ratio $(awk "BEGIN { printf \"%.3f\", $a / $b }")"
done | tee "$work/rounds"
awk '{ print $NF }' "$work/rounds" | sort -n | awk '{ v[NR] = $1 } END { print "median ratio " v[int((NR + 1) / 2)] }'
