#!/usr/bin/env bash
# Builds everything and runs all tests, or those of the projects that are named: build/test.sh Core Git
# The last line is "N passed, N failed"; the exit code is 0 only when tests ran and none failed.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v git >/dev/null || { echo "git is needed" >&2; exit 1; }
dotnet --list-sdks | grep -qE '^(1[0-9]|[2-9][0-9])\.' || { echo "the .NET SDK 10 or later is needed: https://dot.net" >&2; exit 1; }

results=$(mktemp -d)
# No process here runs long enough to win back what a profile costs.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_TieredPGO=0

# Release is what is packed, and its code takes less time. One compiler for all projects: a warm one needs a part of what a cold one for each needs. It is ours alone, and ends here.
version=$(dotnet --version | tr -d '\r')
sdks=$(dotnet --list-sdks | tr -d '\r' | sed -n "s/^$version \[\(.*\)\]$/\1/p")
dotnet exec "$sdks/$version/Roslyn/bincore/VBCSCompiler.dll" "-pipename:aia-$$" >/dev/null 2>&1 &
trap "kill $! 2>/dev/null || true; rm -rf \"\$results\"" EXIT
dotnet build AiAttribution.sln -c Release -m -nodeReuse:false -p:UseSharedCompilation=true "-p:SharedCompilationId=aia-$$" -v q -nologo

# One runner for all, two test hosts at a time, those of the longest project first: package tests mostly wait for the builds that they start.
assemblies=()
for project in tests/AiAttribution.Package.Tests tests/*.Tests; do
    name=$(basename "$project")
    short=${name#AiAttribution.}
    [ $# -eq 0 ] || printf '%s\n' "$@" | grep -qx "${short%.Tests}" || continue
    assembly=artifacts/bin/$name/release/$name.dll
    [[ " ${assemblies[*]:-} " == *" $assembly "* ]] || assemblies+=("$assembly")
done
[ ${#assemblies[@]} -gt 0 ] || { echo "no test project has such a name: $*" >&2; exit 1; }

# An exit code without a failed test means that the run itself broke off.
broken=0
dotnet test "${assemblies[@]}" --results-directory "$results" --logger "trx;LogFileName=all.trx" --logger "console;verbosity=minimal" -- RunConfiguration.MaxCpuCount=2 ||
    grep -qs '<Counters [^>]*failed="[1-9]' "$results/all.trx" || broken=1
[ -f "$results/all.trx" ] || broken=1

count() {
    grep -oE '<Counters [^>]*>' "$results/all.trx" 2>/dev/null | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+' | awk '{ sum += $1 } END { print sum + 0 }'
}
passed=$(count passed || true)
failed=$(($(count failed || true) + broken))
skipped=$(($(count total || true) - $(count executed || true)))
[ "$broken" = 0 ] || echo "the tests did not run to the end" >&2

line="$passed passed, $failed failed"
[ "$skipped" = 0 ] || line="$line, $skipped skipped"
echo "$line"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
