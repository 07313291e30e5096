#!/usr/bin/env bash
# Compares token totals with ccusage 20.0.24 and tokscale 4.17.0 on the same homes.
#   usage: build/compare-sessions.sh HOME_FOLDER...        (needs npm, jq and a built tool; installs the peers into a temporary folder)
#
# A difference that one of these rules does not explain is a fault of ours:
#
# | where | ours | ccusage | tokscale | rule |
# |---|---|---|---|---|
# | claude: side line repeats a message id under another request | once, the main line | adds it when its time differs | adds it | a message id is one response; a side line gives way |
# | claude: one msg_ id under two request ids | once, unless calls or counts differ | twice | twice | the same answer repeats both; under load one id was given to several |
# | claude: advisor, compaction inside an answer | counted | 0 | 0 | they stand in iterations only |
# | codex: copies in a fork that last longer than a second | once | more | more | they end by the log's own marks |
# | goose: cached input | told apart | as fresh | as fresh | columns since schema 14 |
# | claude: spaced JSON, a line with "id":null | counted | skipped | counted | JSON is parsed, not searched |
# | codex: token_usage_record without counters, .jsonl.zst | counted | 0 | 0 | records are exact; zstd is read |
# | codex: context reset | last response counts | same | lower | totals that fall start anew |
# | gemini, opencode: reasoning | within output | beside output | beside output (added here) | it is paid as output; classes never overlap |
# | copilot: session-store.db | counted | counted | not read | |
# | cost of one-hour cache writes | 2 x input | 2 x input | 1.25 x input | the price table has both |
# | cost beyond a long-context limit | whole request | only what exceeds, by class | only what exceeds | the vendor's rule |
set -euo pipefail
[ $# -gt 0 ] || { sed -n 2,3p "$0"; exit 2; }
root=$(cd "$(dirname "$0")/.." && pwd)
tool=${AI_ATTRIBUTION:-$root/artifacts/bin/AiAttribution.Cli/debug/ai-attribution}
peers=$(mktemp -d)
trap 'rm -rf "$peers"' EXIT
npm --prefix "$peers" install --silent --no-audit --no-fund @ccusage/ccusage-linux-x64@20.0.24 @tokscale/cli-linux-x64-gnu@4.17.0 >/dev/null 2>&1
ccusage=$peers/node_modules/@ccusage/ccusage-linux-x64/bin/ccusage
tokscale=$peers/node_modules/@tokscale/cli-linux-x64-gnu/bin/tokscale
chmod +x "$ccusage" "$tokscale"

ours() {
  "$tool" sessions --no-index --home "$1" --agent "$2" --format tsv 2>/dev/null |
    awk -F'\t' 'NR > 1 { i += $8; o += $9; r += $11; w += $12 + $13 } END { printf "%d/%d/%d/%d", i, o, w, r }'
}
of_ccusage() {
  HOME=$1 LOG_LEVEL=0 "$ccusage" "$2" session --json --offline 2>/dev/null |
    jq -r '.totals | "\(.inputTokens // 0)/\(.outputTokens // 0)/\(.cacheCreationTokens // 0)/\(.cacheReadTokens // 0)"' 2>/dev/null || echo -
}
of_tokscale() {
  HOME=$peers "$tokscale" models --json --no-spinner --home "$1" -c "$2" --group-by client,model 2>/dev/null |
    jq -r '[.entries[]] | "\(map(.input) | add // 0)/\(map(.output + .reasoning) | add // 0)/\(map(.cacheWrite) | add // 0)/\(map(.cacheRead) | add // 0)"' 2>/dev/null || echo -
}

printf 'home\tagent\tours\tccusage\ttokscale\t(input/output with reasoning/cache write/cache read)\n'
for home in "$@"; do
  copy=$(mktemp -d -p "$peers")
  cp -r "$home/." "$copy"
  chmod -R u+w "$copy"
  for agent in claude-code:claude:claude codex:codex:codex copilot:copilot:copilot gemini-cli:gemini:gemini opencode:opencode:opencode \
    pi:pi:pi openclaw:openclaw:openclaw factory-droid:droid:droid amp:amp:amp goose:goose:goose; do
    IFS=: read -r name theirs other <<<"$agent"
    mine=$(ours "$copy" "$name")
    [ "$mine" = 0/0/0/0 ] && continue
    printf '%s\t%s\t%s\t%s\t%s\n' "$(basename "$home")" "$name" "$mine" "$(of_ccusage "$copy" "$theirs")" "$(of_tokscale "$copy" "$other")"
  done
done
