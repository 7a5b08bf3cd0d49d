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

export AURA_ENVIRONMENT_NAME=bench AURA_ENCRYPTION_KEY=benchmark-key-of-32-characters-! AURA_SEED_ID=benchmark-seed-of-nobody
export TAC_PORT=0

# Builds where the jar is older than its sources; a jar that is touched has no archive of classes.
build() { ./aura help >/dev/null; }

# MongoDB, Redis, Kernel, Direct Line and Blob Storage for one service, each in a process that is not the service's, and its
# environment. Ports are in own; where they differ, in at, is where the service looks for them: a proxy is between. Login
# states are in $work/states.
# $1: the service's port  $2: how many states  $3: proxied, or nothing
declare -A own at
dependencies() {
  local name uri secret=a-secret-of-the-benchmark
  require redis-server redis-cli
  mkdir -p "$work/load"
  javac -proc:none -cp app/target/aura-auth.jar -d "$work/load" adapter-azure/src/test/java/io/github/auraauth/adapter/azure/FakeBlobStorage.java \
    benchmarks/src/test/java/io/github/auraauth/benchmarks/UpstreamFakes.java
  for name in redis kernel directline; do own[$name]=$(free_port); done
  for name in mongodb redis kernel directline storage; do [ -z "${3:-}" ] || at[$name]=$(free_port); done
  redis-server --bind 127.0.0.1 --port "${own[redis]}" --save '' --dir "$work" >/dev/null & pids+=($!)
  java -Xmx256m -cp "$work/load:app/target/aura-auth.jar" io.github.auraauth.benchmarks.UpstreamFakes "${own[kernel]}" \
    "http://127.0.0.1:${at[kernel]:-${own[kernel]}}/" "${own[directline]}" \
    "http://127.0.0.1:$1/aura-services/v1/users/auraid/integrated" $secret "$work/states" "$2" >"$work/fakes" 2>"$work/fakes.log" & pids+=($!)
  name=$(free_port)
  AURA_SERVICE_PORT=$name AURA_DATA_FOLDER=$work/store ./aura run >"$work/store.log" 2>&1 & pids+=($!)
  await "http://127.0.0.1:$name/healthz" "$work/store.log"
  until [ -s "$work/fakes" ]; do kill -0 "${pids[-2]}" || { cat "$work/fakes.log" >&2; return 1; }; sleep 0.1; done
  own[storage]=$(cat "$work/fakes")
  uri=$(cat "$work/store/store.address")
  own[mongodb]=$(sed -E 's,^mongodb://([^@/]*@)?127.0.0.1:([0-9]+).*,\2,' <<<"$uri")
  for name in "${!own[@]}"; do at[$name]=${at[$name]:-${own[$name]}}; done
  export AURA_MONGODB_URI=${uri/127.0.0.1:${own[mongodb]}/127.0.0.1:${at[mongodb]}}
  export AURA_REDIS_MODE=SINGLE AURA_REDIS_HOSTS=127.0.0.1:${at[redis]}
  export AURA_FP_AUTHSERVER_ENDPOINT=http://127.0.0.1:${at[kernel]}/ AURA_FP_CLIENT_ID=bench AURA_FP_CLIENT_SECRET=$secret
  export AURA_REDIRECT_URI=http://127.0.0.1:$1/aura-services/v1/users/auraid/integrated AURA_LINK_CONFIRM=false
  export AURA_VALID_REGISTER_STATE_MINUTES=1440 AURA_APIKEY_THROTTLE=0
  export AURA_DIRECTLINE_API_ENDPOINT=http://127.0.0.1:${at[directline]}/v3/directline/conversations AURA_DIRECTLINE_SECRETS=$secret
  for name in AURA_MICROSOFT_AZURE_STORAGE_ AURA_MICROSOFT_AZURE_STORAGE_COMMON_; do
    export "${name}ACCOUNT=playedaccount" "${name}ENDPOINT=http://127.0.0.1:${at[storage]}/playedaccount"
    export "${name}ACCESS_KEY=$(printf %s "$secret" | base64)"
  done
  export AURA_LOCALE_FORCE_IMPORT=true AURA_LOCALE_REMOTE_REFRESH=1
}

# The command line over the data of the store that dependencies has started.
store_cli() { env -u AURA_MONGODB_URI AURA_DATA_FOLDER="$work/store" ./aura "$@" 2>>"$work/cli.log"; }
