#!/usr/bin/env bash
# Measures the engine on a repository: bash build/bench.sh REPOSITORY [FILES]
# Compares every line with git blame (of FILES files, default 200, seeded), shows where the time of a scan goes, what the cache saves,
# how many lines change hands between the two modes, and how time and memory grow (table and plot in artifacts/bench).
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
repository="$(cd "${1:?usage: bash build/bench.sh REPOSITORY [FILES]}" && pwd)"
files="${2:-200}"

bash "$root/build/install-libgit2.sh"
dotnet build "$root/tests/AiAttribution.Benchmarks" -c Release -v quiet
run() { dotnet "$root/artifacts/bin/AiAttribution.Benchmarks/release/AiAttribution.Benchmarks.dll" "$@"; }

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
