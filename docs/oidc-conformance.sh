#!/usr/bin/env bash
# Prints what the OpenID Foundation's conformance suite needs to judge a server of ours that is started already: the clients to
# register, the configuration of its test plans, and the TLS proxy before the server. It starts, fetches and changes nothing.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: docs/oidc-conformance.sh PART [OPTION VALUE]...
  clients           the commands that register the clients
  plan              the configuration of all plans but the one for back-channel logout
  plan-backchannel  the configuration of that one
  proxy             a TLS proxy before the server, as a server block for nginx
options, with what they are without being given:
  --issuer    of our server                             https://localhost:8446/oidc
  --suite     where the suite is                        https://localhost:8443
  --alias     of the plans there                        aura
  --user      who logs in; has first and last name      mia
                and an e-mail address
  --password  of theirs                                 PASSWORD
  --secret    of the clients, 32 characters or more     a-secret-for-conformance-trials-only
  --port      where our server listens                  2367
TEXT
}

part=${1:-}
issuer=https://localhost:8446/oidc suite=https://localhost:8443 alias=aura user=mia
password=PASSWORD secret=a-secret-for-conformance-trials-only port=2367
[ $# -gt 0 ] && shift
while [ $# -gt 0 ]; do
  case "$1" in
    --issuer | --suite | --alias | --user | --password | --secret | --port) ;;
    *) usage >&2 && exit 64 ;;
  esac
  [ $# -gt 1 ] || { usage >&2 && exit 64; }
  case "$2" in
    '' | *[\"\\\'\$\`]*) echo "oidc-conformance: the value of $1 is empty or has a quote, backslash, \$ or \`" >&2 && exit 64 ;;
  esac
  printf -v "${1#--}" '%s' "$2"
  shift 2
done
[ ${#secret} -ge 32 ] || { echo "oidc-conformance: --secret has 32 characters or more" >&2 && exit 64; }
at=${issuer%/oidc}
back=$suite/test/a/$alias

# Three for the plans, and one that is told of logouts.
clients() {
  cat <<TEXT
./aura oidc create-client "Conformance 1" confidential --client-id $alias-1 --client-secret '$secret' -r code -u '$back/callback' -p '$back/post_logout_redirect' --pkce optional
./aura oidc create-client "Conformance 2" confidential --client-id $alias-2 --client-secret '$secret' -r code -u '$back/callback' --pkce optional
./aura oidc create-client "Conformance 3" confidential --client-id $alias-3 --client-secret '$secret' -r code -u '$back/callback' --pkce optional
./aura oidc create-client "Conformance 4" confidential --client-id $alias-4 --client-secret '$secret' -r code -u '$back/callback' -p '$back/post_logout_redirect' --backchannel-logout-uri '$back/backchannel_logout' --pkce optional
TEXT
}

client() { # its number
  printf '{"client_id": "%s", "client_secret": "%s"}' "$alias-$1" "$secret"
}

# What a browser does from the authorization endpoint on. $1: a command for the login page, with a comma behind it, or nothing
login() {
  cat <<JSON
{"match": "$at/oidc/authorize*", "tasks": [
  {"task": "log in", "optional": true, "match": "$at/login*", "commands": [
    ${1:-}["text", "id", "username", "$user"], ["text", "id", "password", "$password"],
    ["click", "css", "form button[type=submit]"]]},
  {"task": "agree", "optional": true, "match": "$at/oidc/authorize*",
    "commands": [["click", "css", "button[value=agree]", "optional"]]},
  {"task": "go on", "optional": true, "match": "$at/*", "commands": [["click", "css", "main a", "optional"]]},
  {"task": "see the end", "match": "*/test/*/callback*", "commands": [["wait", "id", "submission_complete", 10]]}]}
JSON
}

# A page of ours whose picture the plan wants. $1: where it is, $2: what it says, $3: what is done there before
page() {
  cat <<JSON
{"match": "$at/oidc/$1*", "tasks": [${3:-}
  {"task": "show the page", "match": "$at/oidc/$1*",
    "commands": [["wait", "xpath", "//*", 10, "$2", "update-image-placeholder"]]}]}
JSON
}

plan() { # the number of its client
  local again logout refused confirm done registered
  again='["wait", "xpath", "//*", 10, "Log in", "update-image-placeholder-optional"], '
  confirm="{\"task\": \"confirm\", \"match\": \"$at/oidc/end-session*\",
    \"commands\": [[\"click\", \"css\", \"form button[type=submit]\", \"optional\"]]},"
  logout='"oidcc-rp-initiated-logout'
  registered=$(page authorize 'has not registered')
  refused="{\"browser\": [$(login), $(page end-session 'in a way that we cannot answer')]}"
  done="{\"browser\": [$(login), $(page end-session 'You are logged out' "$confirm")]}"
  cat <<JSON
{"alias": "$alias", "description": "aura-auth",
"server": {"discoveryUrl": "$issuer/.well-known/openid-configuration", "login_hint": "$user"},
"client": $(client "$1"), "client2": $(client 2), "client_secret_post": $(client 3),
"browser": [$(login),
  {"match": "$at/oidc/end-session*", "tasks": [{"task": "come back", "match": "*/test/*/post_logout_redirect*"}]}],
"override": {
"oidcc-prompt-login": {"browser": [$(login "$again")]},
"oidcc-max-age-1": {"browser": [$(login "$again")]},
"oidcc-ensure-registered-redirect-uri": {"browser": [$registered]},
"oidcc-ensure-request-object-with-redirect-uri": {"browser": [$registered]},
$logout-bad-post-logout-redirect-uri": $refused,
$logout-query-added-to-post-logout-redirect-uri": $refused,
$logout-modified-id-token-hint": $refused,
$logout-bad-id-token-hint": $refused,
$logout-no-id-token-hint": $refused,
$logout-no-params": $done,
$logout-no-post-logout-redirect-uri": $done,
$logout-only-state": $done}}
JSON
}

proxy() {
  cat <<TEXT
# The server behind it is started with
#   AURA_PUBLIC_URL=$at AURA_SERVICE_PORT=$port AURA_TRUSTED_PROXIES=127.0.0.1
# and, for the back-channel plan, with a trust store that has the suite's certificate:
#   JAVA_TOOL_OPTIONS="-Djavax.net.ssl.trustStore=FILE -Djavax.net.ssl.trustStorePassword=PASSWORD"
server {
  listen ${at##*:} ssl;
  ssl_certificate CERTIFICATE;
  ssl_certificate_key KEY;
  location / {
    proxy_pass http://127.0.0.1:$port;
    proxy_set_header Host \$http_host;
    proxy_set_header X-Forwarded-For \$remote_addr;
    proxy_set_header X-Forwarded-Proto https;
  }
}
TEXT
}

case "$part" in
  clients) clients ;;
  plan) plan 1 ;;
  plan-backchannel) plan 4 ;;
  proxy) proxy ;;
  *) usage >&2 && exit 64 ;;
esac
