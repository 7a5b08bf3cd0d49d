#!/usr/bin/env bash
# Starts the service over a database whose createIndexes a proxy holds for ten minutes, and asks both it and an instance
# that serves all the while, four times a second. Prints the log of the start. Usage: benchmarks/slow-index-build.sh [seconds]
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -ntp -pl app -am test -Daura.build.seconds="${1:-600}" -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtest='IndexMakeupAcceptanceTest#start_indexBuiltSlowly*' |
  grep -E '^held for|index make-up|serves on port|Tests run|BUILD|ERROR' || { echo "it failed" >&2; exit 1; }
