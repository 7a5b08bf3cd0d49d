#!/usr/bin/env bash
# Exchanges codes and refresh tokens at our OpenID provider (embedded store) and at Keycloak (dev-file database), in turns, in
# one run, and prints the ratio of the rates. Both run in one JVM of 512 MB with its defaults; a confidential client by
# client_secret_basic and PKCE; both sign by RS256 with a key of 2048 bits, which Keycloak makes for itself and ours is given
# (its own have 3072, which cost three times as much). Keycloak is taken from Maven Central.
# Usage: benchmarks/provider-against-keycloak.sh [rounds] [seconds a turn] [people] [seconds to warm up]; some six minutes as it stands.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-3}
seconds=${2:-6}
people=${3:-8}
warm=${4:-15}
version=${KEYCLOAK_VERSION:-26.0.7}
for tool in curl unzip python3 openssl; do
  command -v "$tool" >/dev/null || { echo "missing: $tool (apt-get install curl unzip python3 openssl)" >&2; exit 69; }
done
./aura build
work=$(mktemp -d)
pids=()
trap 'for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done; wait 2>/dev/null || true; rm -rf "$work"' EXIT
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
aura_port=$(free_port); keycloak_port=$(free_port); management_port=$(free_port)
password='fourteen storks above a lake'; secret=a-secret-of-the-benchmark; callback=http://127.0.0.1:9/callback

mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
  -Dartifact="org.keycloak:keycloak-quarkus-dist:$version:zip" -DoutputDirectory="$work"
unzip -q "$work/keycloak-quarkus-dist-$version.zip" -d "$work"
keycloak=$work/keycloak-$version
mkdir -p "$keycloak/data/import"
cat >"$keycloak/data/import/bench.json" <<JSON
{"realm": "bench", "enabled": true, "sslRequired": "none",
 "clients": [{"clientId": "bench", "secret": "$secret", "redirectUris": ["$callback"], "standardFlowEnabled": true,
   "publicClient": false, "attributes": {"pkce.code.challenge.method": "S256"}}],
 "users": [{"username": "ana", "enabled": true, "email": "ana@bench.example", "firstName": "A", "lastName": "B",
   "credentials": [{"type": "password", "value": "$password"}]}]}
JSON
JAVA_OPTS_KC_HEAP='-Xmx512m' "$keycloak/bin/kc.sh" start-dev --http-host=127.0.0.1 --http-port="$keycloak_port" \
  --http-management-port="$management_port" --import-realm >"$work/keycloak.log" 2>&1 & pids+=($!)

export AURA_SERVICE_PORT=$aura_port TAC_PORT=0 AURA_DATA_FOLDER=$work/data AURA_ADMIN_USERNAME=ana AURA_ADMIN_PASSWORD=$password
python3 - <<PYTHON >"$work/key.json"
import json, subprocess
pem = subprocess.run(["openssl", "genrsa", "-traditional", "2048"], capture_output=True, text=True, check=True).stdout
print(json.dumps([{"model": "oidc_provider.rsakey", "pk": 1, "fields": {"key": pem}}]))
PYTHON
./aura account import "$work/key.json"
java -Xmx512m -jar app/target/aura-auth.jar run >"$work/aura.log" 2>&1 & pids+=($!)
await() { for _ in $(seq 300); do curl -fs "$1" >/dev/null && return; sleep 0.5; done; cat "$2" >&2; exit 1; }
await "http://127.0.0.1:$aura_port/oidc/jwks" "$work/aura.log"
await "http://127.0.0.1:$keycloak_port/realms/bench/.well-known/openid-configuration" "$work/keycloak.log"
./aura oidc create-client Benchmark confidential --client-id bench --client-secret "$secret" -u "$callback" --consent none

javac -d "$work/load" benchmarks/src/main/java/io/github/auraauth/benchmarks/{Provider*,PlainCookies,PlainConnection}.java
load() { java -cp "$work/load" io.github.auraauth.benchmarks.ProviderLoad "$@"; }
aura() { load "http://127.0.0.1:$aura_port/oidc" bench "$secret" 'openid offline_access' ana "$password" "$1" "$people"; }
other() { load "http://127.0.0.1:$keycloak_port/realms/bench" bench "$secret" openid ana "$password" "$1" "$people"; }
aura "$warm" >/dev/null; other "$warm" >/dev/null # compiled before it is measured
for round in $(seq "$rounds"); do
  read -r _ a_refresh _ a_code < <(aura "$seconds"); read -r _ k_refresh _ k_code < <(other "$seconds")
  awk -v r="$round" -v ar="$a_refresh" -v kr="$k_refresh" -v ac="$a_code" -v kc="$k_code" 'BEGIN {
    printf "round %d: refresh %.1f/s against %.1f/s, ratio %.2f; code %.1f/s against %.1f/s, ratio %.2f\n",
      r, ar, kr, ar / kr, ac, kc, ac / kc }'
done
