#!/usr/bin/env bash
# Measures what the package adds to a build: bash build/bench-build.sh [ROUNDS]
# Generates a git repository with 400 commits and a solution of 20 projects, and builds it cold (no obj, no cache of the package, no compiler or build server running),
# with -m:2, in alternating rounds without and with the package. Prints medians, what the package added beyond its scan, and how many scans ran (one is right).
set -euo pipefail
rounds="${1:-5}"
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$(mktemp -d "${TMPDIR:-/tmp}/ai-attribution-bench.XXXXXX")"
trap 'rm -rf "$work"' EXIT
version="0.0.1-bench.$(date +%s)"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

bash "$root/build/install-libgit2.sh"
dotnet pack "$root/nuget" -c Release -o "$work/feed" -p:PackageVersion="$version" -v q -nologo
dotnet build "$root/tests/AiAttribution.Benchmarks" -c Release -v q -nologo
dotnet "$root/artifacts/bin/AiAttribution.Benchmarks/release/AiAttribution.Benchmarks.dll" solution "$work/repo" "$work/feed" "$version"
cd "$work/repo"

# Only the build is measured, so each kind is restored before; what a restore writes stays in a folder of its own.
build() {
  git clean -qfdx
  rm -rf .git/ai-attribution
  dotnet restore All.slnx -p:UseAiAttribution="$1" -v q -nologo >/dev/null
  local start end
  start=$(date +%s%N)
  dotnet build All.slnx --no-restore -m:2 -nodeReuse:false -p:UseSharedCompilation=false -p:UseAiAttribution="$1" -v n -nologo >"$work/log"
  end=$(date +%s%N)
  echo $(((end - start) / 1000000))
}
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

build true >/dev/null # so that compiler, packages and sources are in memory for both kinds
for round in $(seq "$rounds"); do
  build false | tee -a "$work/without" | sed "s/^/round $round, without: /"
  build true | tee -a "$work/with" | sed "s/^/round $round, with: /"
  grep -c 'AiAttribution: history was scanned' "$work/log" >>"$work/scans" || true
done
echo "scan, alone:"
rm -rf .git/ai-attribution
dotnet "$root/artifacts/bin/AiAttribution.Benchmarks/release/AiAttribution.Benchmarks.dll" scan "$work/repo" --meaning | tee "$work/scan"
scan=$(sed -n 's/^round 1: \([0-9]*\) ms.*/\1/p' "$work/scan")
without=$(median <"$work/without")
with=$(median <"$work/with")
printf '\n| build of 20 projects, cold, -m:2, median of %s | ms |\n|---|---:|\n' "$rounds"
printf '| without the package | %s |\n| with the package | %s |\n| first scan | %s |\n' "$without" "$with" "$scan"
awk -v a="$without" -v b="$with" -v s="$scan" 'BEGIN { printf "| longer than without the package and the scan | %.1f %% |\n", (b - s - a) * 100 / a }'
printf '| scans per build | %s |\n' "$(sort -u "$work/scans" | paste -sd,)"
