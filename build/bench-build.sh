#!/usr/bin/env bash
# Measures what the package adds to a build: bash build/bench-build.sh [ROUNDS] [layers|chain|chains|flat|SOLUTION] [MSBUILD ARGUMENT...]
# Builds a solution cold (no obj, no cache of the package, no compiler or build server running), with -m:2: one of 20 projects of that shape that is generated with 400 commits,
# or a solution file of yours, in a clone of the commit that is checked out. Each round builds it without and with the package, in turns first. Prints medians, what the package
# added beyond its scan (the median over the rounds of the difference within a round: machines are quicker at one minute than at another), and how many scans ran (one is right).
set -euo pipefail
rounds="${1:-7}"
shape="${2:-layers}"
arguments=(-p:UseSharedCompilation=false "${@:3}")
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$(mktemp -d "${TMPDIR:-/tmp}/ai-attribution-bench.XXXXXX")"
version="0.0.1-bench.$(date +%s)"
trap 'rm -rf "$work" "${NUGET_PACKAGES:-$HOME/.nuget/packages}/aiattribution/$version"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

dotnet pack "$root/nuget" -c Release -o "$work/feed" -p:PackageVersion="$version" -v q -nologo
dotnet build "$root/tests/AiAttribution.Benchmarks" -c Release -v q -nologo
benchmarks="$root/artifacts/bin/AiAttribution.Benchmarks/release/AiAttribution.Benchmarks.dll"
if [ -f "$shape" ]; then
  folder="$(cd "$(dirname "$shape")" && pwd)"
  solution="$(git -C "$folder" rev-parse --show-prefix)$(basename "$shape")"
  git clone -q "$(git -C "$folder" rev-parse --show-toplevel)" "$work/repo"
  # Its sources of packages may know nothing of ours, so ours is put where restored packages are.
  dotnet "$benchmarks" solution "$work/generated" "$work/feed" "$version" flat
  dotnet restore "$work/generated/src/P0" -p:UseAiAttribution=true -v q -nologo
  cat >"$work/package.targets" <<EOF
<Project>
  <ItemGroup Condition="'\$(UseAiAttribution)' == 'true'">
    <PackageReference Include="AiAttribution" PrivateAssets="all" />
    <PackageReference Update="AiAttribution" Version="$version" Condition="'\$(ManagePackageVersionsCentrally)' != 'true'" />
    <PackageVersion Include="AiAttribution" Version="$version" Condition="'\$(ManagePackageVersionsCentrally)' == 'true'" />
  </ItemGroup>
</Project>
EOF
  arguments+=("-p:CustomBeforeMicrosoftCommonTargets=$work/package.targets")
else
  dotnet "$benchmarks" solution "$work/repo" "$work/feed" "$version" "$shape"
  solution=All.slnx
fi
cd "$work/repo"

# Only the build is measured, so each kind is restored before; what a restore writes stays in a folder of its own.
build() {
  git clean -qfdx
  rm -rf .git/ai-attribution
  dotnet restore "$solution" -p:UseAiAttribution="$1" -v q -nologo "${arguments[@]}" >/dev/null
  local start end
  start=$(date +%s%N)
  dotnet build "$solution" --no-restore -m:2 -nodeReuse:false -p:UseAiAttribution="$1" -v n -nologo "${arguments[@]}" >"$work/log" || { grep -m 3 ": error" "$work/log" >&2; exit 1; }
  end=$(date +%s%N)
  echo $(((end - start) / 1000000))
}
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

build true >/dev/null # so that compiler, packages and sources are in memory for both kinds
for round in $(seq "$rounds"); do
  if ((round % 2)); then order="false true"; else order="true false"; fi
  for kind in $order; do
    build "$kind" >"$work/$kind.$round"
    [ "$kind" = false ] || grep -c 'AiAttribution: history was scanned' "$work/log" >>"$work/scans" || true
  done
  echo "round $round, without: $(cat "$work/false.$round"), with: $(cat "$work/true.$round")"
done
echo "scan, alone:"
rm -rf .git/ai-attribution
dotnet "$benchmarks" scan "$work/repo" --meaning | tee "$work/scan"
scan=$(sed -n 's/^round 1: \([0-9]*\) ms.*/\1/p' "$work/scan")
without=$(cat "$work"/false.* | median)
with=$(cat "$work"/true.* | median)
added=$(for round in $(seq "$rounds"); do echo $(($(cat "$work/true.$round") - $(cat "$work/false.$round"))); done | median)
printf '\n| build of %s, cold, -m:2, median of %s | ms |\n|---|---:|\n' "$(basename "$shape")" "$rounds"
printf '| without the package | %s |\n| with the package | %s |\n| first scan | %s |\n' "$without" "$with" "$scan"
printf '| added by the package, scan included | %s |\n' "$added"
awk -v a="$without" -v d="$added" -v s="$scan" 'BEGIN { printf "| longer than without the package and the scan | %.1f %% |\n", (d - s) * 100 / a }'
printf '| scans per build | %s |\n' "$(sort -u "$work/scans" | paste -sd,)"
