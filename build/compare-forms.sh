#!/usr/bin/env bash
# Writes all forms of one report and compares them figure by figure: bash build/compare-forms.sh REPOSITORY [RANGE]
# Every figure that stands in two forms must be the same in both: lines, AI-heavy members, trails, rules, gate, tokens, cost, survival.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
repository="$(cd "${1:?usage: bash build/compare-forms.sh REPOSITORY [RANGE]}" && pwd)"
shift
output="$(mktemp -d)"
trap 'rm -rf "$output"' EXIT

dotnet build "$root/tests/AiAttribution.Benchmarks" -c Release -v quiet
dotnet build "$root/src/AiAttribution.Cli" -c Release -v quiet
dotnet "$root/artifacts/bin/AiAttribution.Cli/release/ai-attribution.dll" report "$@" --repo "$repository" --output "$output" --format all > /dev/null
dotnet "$root/artifacts/bin/AiAttribution.Benchmarks/release/AiAttribution.Benchmarks.dll" forms "$output"
