#!/usr/bin/env bash
# Registers, renews and removes users by many callers at once, at one and at two instances over one store that is some time
# away, and prints a table with ratios: to registering by authorizationId, and of two instances to one.
# Usage: benchmarks/changes.sh [users there before] [milliseconds to the store] [seconds a turn] [callers an instance] [rounds]
set -euo pipefail
cd "$(dirname "$0")/.."
users=${1:-1000}
millis=${2:-3}
seconds=${3:-10}
callers=${4:-64}
rounds=${5:-3}
for tool in curl python3; do
  command -v "$tool" >/dev/null || { echo "missing: $tool (apt-get install curl python3)" >&2; exit 69; }
done
[ -n "${AURA_BUILT:-}" ] || ./aura build
work=$(mktemp -d)
pids=()
trap 'for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done; wait 2>/dev/null || true; rm -rf "$work"' EXIT
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
await() { for _ in $(seq 300); do curl -fs "$1" >/dev/null && return; sleep 0.2; done; cat "$2" >&2; exit 1; }
javac -d "$work/load" benchmarks/src/main/java/io/github/auraauth/benchmarks/{ChangeLoad,DelayingProxy}.java

export AURA_ENVIRONMENT_NAME=bench AURA_ENCRYPTION_KEY=benchmark-key-of-32-characters-! AURA_SEED_ID=benchmark-seed-of-nobody
export TAC_PORT=0
serve() { java -Xmx512m -jar app/target/aura-auth.jar run >"$work/$1.log" 2>&1 & pids+=($!); }
# one process has the store, the others serve from it over the distance
store_port=$(free_port); proxy_port=$(free_port); one_port=$(free_port); two_port=$(free_port)
AURA_SERVICE_PORT=$store_port AURA_DATA_FOLDER=$work/data serve store
await "http://127.0.0.1:$store_port/healthz" "$work/store.log"
store=$(cat "$work/data/store.address")
address=$(sed -E 's,^mongodb://([^@/]*@)?([^/?]+).*,\2,' <<<"$store")
java -cp "$work/load" io.github.auraauth.benchmarks.DelayingProxy "$proxy_port" "${address%:*}" "${address#*:}" \
  $((millis * 1000)) >"$work/proxy.log" 2>&1 & pids+=($!)
until grep -q listening "$work/proxy.log"; do sleep 0.1; done
export AURA_MONGODB_URI=${store/$address/127.0.0.1:$proxy_port}
AURA_SERVICE_PORT=$one_port AURA_DATA_FOLDER=$work/one serve one
AURA_SERVICE_PORT=$two_port AURA_DATA_FOLDER=$work/two serve two
one=http://127.0.0.1:$one_port; two=http://127.0.0.1:$two_port
await "$one/healthz" "$work/one.log"; await "$two/healthz" "$work/two.log"
key=$(java -jar app/target/aura-auth.jar apikey generate -v 9.5.0 -s aura-services -a aura-bot,kernel -m rw | tail -n 1)

load() { java -XX:TieredStopAtLevel=1 -cp "$work/load" io.github.auraauth.benchmarks.ChangeLoad "$@"; }
turn() { # servers, what, prefix, calls at most; as many callers for each server
  load "$1" "$key" "$2" "$3" $((callers * $(tr , '\n' <<<"$1" | wc -l))) "$seconds" "${4:-1000000}"
}
echo "registering $users users"
load "http://127.0.0.1:$store_port" "$key" authorization before- "$callers" 3600 "$users"
for warm in authorization aura-id renew remove; do turn "$one,$two" $warm warm >/dev/null; done # compiled before it is measured
for round in $(seq "$rounds"); do
  for servers in "$one" "$one,$two"; do
    count=$(tr -cd , <<<"$servers" | wc -c)
    known=1000000 # as many users are renewed and removed as were created
    for what in authorization aura-id renew remove; do
      line=$(turn "$servers" "$what" "r$round-$count-$([ $what = authorization ] && echo a || echo b)-" "$known")
      if [ $what = aura-id ]; then known=$(sed -E 's/.* calls ([0-9]+) .*/\1/' <<<"$line"); fi
      echo "round $round instances $((count + 1)) $line"
    done
  done
done | tee "$work/lines"
awk '{ rate = $6; sub("/s", "", rate); all[$4, $5] = all[$4, $5] " " rate }
  function median(list, v, n) { n = split(list, v, " "); asort_(v, n); return v[int((n + 1) / 2)] }
  function asort_(v, n, i, j, t) { for (i = 2; i <= n; i++) for (j = i; j > 1 && v[j - 1] + 0 > v[j] + 0; j--) { t = v[j]; v[j] = v[j - 1]; v[j - 1] = t } }
  END {
    print "| | one instance, per second | to authorization | two instances | to one |"; print "| --- | --- | --- | --- | --- |"
    split("authorization aura-id renew remove", kinds, " ")
    base = median(all["1", "authorization"])
    for (i = 1; i <= 4; i++) { k = kinds[i]; a = median(all["1", k]); b = median(all["2", k])
      printf "| %s | %.0f | %.2f | %.0f | %.2f |\n", k, a, a / base, b, b / a } }' "$work/lines"
