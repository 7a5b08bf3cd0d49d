# What the load scripts share; sourced by them, from the root of the project. Servers they start listen on loopback and end
# with the script.
set -euo pipefail

work=$(mktemp -d)
pids=()
end_all() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap end_all EXIT

require() {
  for tool in "$@"; do
    command -v "$tool" >/dev/null || { echo "missing: $tool (apt-get install wrk redis-server redis-tools curl python3)" >&2; exit 69; }
  done
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
now() { date +%s%N; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f", a / b }'; }
# The median of the numbers on standard input, one a line.
median() { sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# Waits until an address answers 200. $1: the address  $2: the log to show when it does not
await() {
  local tries
  for ((tries = 0; tries < 600; tries++)); do
    ! curl -fs -m 2 -o /dev/null "$1" || return 0
    sleep 0.1
  done
  cat "$2" >&2
  return 1
}

# Ends a server and waits for its end.
stop() {
  kill "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}
