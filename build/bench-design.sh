#!/usr/bin/env bash
# Measures what the package adds to a design-time build, and what the analyzers take for an edit: bash build/bench-design.sh [ROUNDS]
# One MSBuild process, as an IDE keeps one, builds a project of 25 files for its compiler arguments, without and with the package in turns, evaluation included.
# The first third of the rounds warms the process up. Prints the medians of the rest.
set -euo pipefail
rounds="${1:-60}"
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$(mktemp -d "${TMPDIR:-/tmp}/ai-attribution-bench.XXXXXX")"
version="0.0.1-bench.$(date +%s)"
trap 'rm -rf "$work" "${NUGET_PACKAGES:-$HOME/.nuget/packages}/aiattribution/$version"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

dotnet pack "$root/nuget" -c Release -o "$work/feed" -p:PackageVersion="$version" -v q -nologo
dotnet build "$root/tests/AiAttribution.Benchmarks" -c Release -v q -nologo
dotnet "$root/artifacts/bin/AiAttribution.Benchmarks/release/AiAttribution.Benchmarks.dll" solution "$work/repo" "$work/feed" "$version" flat
cd "$work/repo"
# Two projects alike, one of them without the package, so that each has its own restored assets.
cp -r src/P0 src/P0-plain
mv src/P0-plain/P0.csproj src/P0-plain/Plain.csproj
dotnet restore src/P0/P0.csproj -p:UseAiAttribution=true -v q -nologo
dotnet restore src/P0-plain/Plain.csproj -p:UseAiAttribution=false -v q -nologo

step() {
  echo "<Message Importance=\"high\" Text=\"start $1 \$([System.DateTime]::UtcNow.Ticks)\" />"
  echo "<MSBuild Projects=\"$2\" Targets=\"Compile\" Properties=\"UseAiAttribution=$3;Round=%(Round.Identity);DesignTimeBuild=true;BuildingInsideVisualStudio=true;BuildProjectReferences=false;SkipCompilerExecution=true;ProvideCommandLineArgs=true\" />"
  echo "<Message Importance=\"high\" Text=\"end $1 \$([System.DateTime]::UtcNow.Ticks)\" />"
}
{
  echo "<Project><ItemGroup><Round Include=\"$(seq -s ';' "$rounds")\" /></ItemGroup>"
  echo '<Target Name="Run" Outputs="%(Round.Identity)">'
  step without src/P0-plain/Plain.csproj false
  step with src/P0/P0.csproj true
  echo '</Target></Project>'
} >rounds.proj
dotnet msbuild rounds.proj -t:Run -m:1 -nodeReuse:false -nologo -v:m |
  awk -v skip="$((rounds / 3))" '
    $1 == "start" { at = $3 }
    $1 == "end" { took[$2] = ($3 - at) / 10000 }
    $1 == "end" && $2 == "with" && ++n > skip { print "without", took["without"]; print "with", took["with"]; print "added", took["with"] - took["without"] }' >"$work/times"
median() { grep "^$1 " "$work/times" | sort -k2n | awk '{ v[NR] = $2 } END { print v[int((NR + 1) / 2)] }'; }
printf '| design-time build, median of %s | ms |\n|---|---:|\n| without the package | %s |\n| with the package | %s |\n| added within a round | %s |\n' "$((rounds - rounds / 3))" "$(median without)" "$(median with)" "$(median added)"
echo
dotnet "$root/artifacts/bin/AiAttribution.Benchmarks/release/AiAttribution.Benchmarks.dll" editor
