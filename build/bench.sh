#!/usr/bin/env bash
# Measures the engine on a repository: bash build/bench.sh [--ratio] REPOSITORY [FILES]
# Sets a scan (median of five, memory) beside git blame of the same run, compares every line with git blame (of FILES files, default 200, seeded), shows where the time
# of a scan goes, what the cache saves, how many lines change hands between the two modes, and how time and memory grow (table and plot in artifacts/bench).
#   --ratio     prints the row beside git blame alone; git blame of FILES files is scaled up to all (FILES 0: blame them all)
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
only=""
if [ "${1:-}" = --ratio ]; then only=ratio; shift; fi
repository="$(cd "${1:?usage: bash build/bench.sh [--ratio] REPOSITORY [FILES]}" && pwd)"
files="${2:-200}"

dotnet build "$root/tests/AiAttribution.Benchmarks" -c Release -v quiet
run() { dotnet "$root/artifacts/bin/AiAttribution.Benchmarks/release/AiAttribution.Benchmarks.dll" "$@"; }

echo "== beside git blame"
if [ "$files" = 0 ]; then run ratio "$repository"; else run ratio "$repository" "$files"; fi
[ -z "$only" ] || exit 0
[ "$files" != 0 ] || files=1000000
echo "== scan, three rounds in one process"
run scan "$repository"
echo "== cache"
run cache "$repository"
echo "== modes"
run modes "$repository"
echo "== growth"
run growth "$repository" "$root/artifacts/bench"
echo "== git blame, line by line"
run blame "$repository" "$files"
