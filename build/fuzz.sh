#!/usr/bin/env bash
# Mutates bytes and escapes of every format that is read: as many inputs a format as the first argument says, 1000000 by default; assemblies get a fiftieth, logs of agents a hundredth.
# The same inputs and code as the suite's, which reads a thousand. The last line is "N passed, N failed": formats.
set -euo pipefail
cd "$(dirname "$0")/.."

inputs=${1:-1000000}
output=$(mktemp)
trap 'rm -f "$output"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

fuzz() {
    AI_ATTRIBUTION_FUZZ=$inputs dotnet test "tests/AiAttribution.$1.Tests" --filter "FullyQualifiedName~$2" --logger "console;verbosity=normal" 2>&1 | tee -a "$output" | grep -E '^ *(Passed|Failed) .*\[|, input [0-9]+:' || true
}

fuzz Core FuzzTests.Mutated_bytes_and_escapes
fuzz Cli LogFuzzTests
passed=$(grep -cE '^ *Passed .*\[' "$output" || true)
failed=$(grep -cE '^ *Failed .*\[' "$output" || true)
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
