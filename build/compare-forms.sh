#!/usr/bin/env bash
# Writes all forms of one report and compares them figure by figure: bash build/compare-forms.sh REPOSITORY [RANGE]
# Every figure that stands in two forms must be the same in both: lines, AI-heavy members, trails, rules, gate, tokens, cost, survival,
# normalised deployments of each week; without a range also against what outcomes tells.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
repository="$(cd "${1:?usage: bash build/compare-forms.sh REPOSITORY [RANGE]}" && pwd)"
shift
output="$(mktemp -d)"
trap 'rm -rf "$output"' EXIT

dotnet build "$root/tests/AiAttribution.Benchmarks" -c Release -v quiet
dotnet build "$root/src/AiAttribution.Cli" -c Release -v quiet
dotnet "$root/artifacts/bin/AiAttribution.Cli/release/ai-attribution.dll" report "$@" --repo "$repository" --output "$output" --format all > /dev/null
if [ $# = 0 ]; then
    for form in json csv md; do
        dotnet "$root/artifacts/bin/AiAttribution.Cli/release/ai-attribution.dll" outcomes --repo "$repository" --format $form > "$output/outcomes.$form"
    done
fi
dotnet "$root/artifacts/bin/AiAttribution.Benchmarks/release/AiAttribution.Benchmarks.dll" forms "$output"
