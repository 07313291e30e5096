#!/usr/bin/env bash
# Builds everything and runs all tests, or those of the projects that are named: build/test.sh Core Git
# The last line is "N passed, N failed"; the exit code is 0 only when tests ran and none failed.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v git >/dev/null || { echo "git is needed" >&2; exit 1; }
dotnet --list-sdks | grep -qE '^(1[0-9]|[2-9][0-9])\.' || { echo "the .NET SDK 10 or later is needed: https://dot.net" >&2; exit 1; }

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

dotnet build AiAttribution.sln -nodeReuse:false -v q -nologo

broken=0
for project in tests/*.Tests; do
    name=$(basename "$project")
    short=${name#AiAttribution.}
    [ $# -eq 0 ] || printf '%s\n' "$@" | grep -qx "${short%.Tests}" || continue
    echo "== $name"
    # An exit code without a failed test means that the run itself broke off.
    dotnet test "$project" --no-build -nodeReuse:false -v q --results-directory "$results" --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" ||
        { grep -qs '<Counters [^>]*failed="[1-9]' "$results/$name.trx" || broken=$((broken + 1)); }
done

count() {
    cat "$results"/*.trx 2>/dev/null | grep -oE '<Counters [^>]*>' | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+' | awk '{ sum += $1 } END { print sum + 0 }'
}
passed=$(count passed || true)
failed=$(($(count failed || true) + broken))
skipped=$(($(count total || true) - $(count executed || true)))
[ "$broken" = 0 ] || echo "$broken test project(s) did not run to the end" >&2

line="$passed passed, $failed failed"
[ "$skipped" = 0 ] || line="$line, $skipped skipped"
echo "$line"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
