#!/usr/bin/env bash
# Compares token totals with the newest ccusage and tokscale on the same homes; every difference is printed with the rule that explains it.
#   usage: build/compare-sessions.sh HOME_FOLDER...   the totals of each agent in each home, as input/output with reasoning/cache write/cache read
#          build/compare-sessions.sh --speed          five alternating rounds over a home of 350 MB and one of 20,000 files, which it makes
# Needs npm, jq and a built tool (AI_ATTRIBUTION, else the one in artifacts); installs the peers into a temporary folder. Exit code 1: a difference that no rule explains.
set -euo pipefail
[ $# -gt 0 ] || { sed -n 3,4p "$0"; exit 2; }
root=$(cd "$(dirname "$0")/.." && pwd)
tool=${AI_ATTRIBUTION:-$(ls -t "$root"/artifacts/bin/AiAttribution.Cli/*/ai-attribution 2>/dev/null | head -1)}
[ -x "$tool" ] || { echo "no built tool: dotnet build src/AiAttribution.Cli -c Release" >&2; exit 2; }

# agent, peer, what the difference comes from. The first rule of an agent and a peer that fits the home counts; * is every home.
rules='claude-code|both|extra|one message under two request ids is one answer while it repeats calls and counts: they add it; ccusage leaves out spaced JSON and a null id
claude-code|both|*|a side line that repeats a message id under another request gives way to the main line: they add it, and leave out advisor and compaction, which stand in iterations only
codex|both|*|what a fork copies ends by the marks of the log, not by a second on the clock; records without counters and .jsonl.zst are read; a counter that falls starts anew
copilot|tokscale|vscode-copilot|it reads the journal alone; the debug log of a conversation has every call and replaces it
copilot|both|copilot-otel|cache creation is inside input_tokens, by the arithmetic of the stated cost: they leave it in fresh input as well
gemini-cli|ccusage|*|thinking is paid as output: it leaves it beside
opencode|ccusage|*|reasoning is paid as output: it leaves it beside
kilo|ccusage|*|reasoning is paid as output: it leaves it beside
goose|both|*|cached input has columns of its own since schema 14: they count it as fresh
antigravity|ccusage|*|all output is field 3; it leaves one of its two parts out
antigravity|tokscale|*|field 1 of the usage is the number of the model: it adds it to the input
hermes|ccusage|*|the rows of each model hold auxiliary calls, too: it reads the row of the session
hermes|tokscale|*|reasoning is inside output: it adds it
devin|tokscale|*|a call that is stored twice, or copied by a fork, counts once: it adds each
grok|tokscale|*|a prompt counts once, though a fork repeats it under another time: it adds it
qwen-code|ccusage|*|the prompt holds cached tokens: it adds them; thoughts outside the candidates it leaves out
qwen-code|tokscale|*|the prompt holds cached tokens, and the total tells whether the candidates hold the thoughts: it adds both'

peers=$(mktemp -d)
trap 'rm -rf "$peers"' EXIT
npm --prefix "$peers" install --silent --no-audit --no-fund @ccusage/ccusage-linux-x64@latest @tokscale/cli-linux-x64-gnu@latest >/dev/null 2>&1
ccusage=$peers/node_modules/@ccusage/ccusage-linux-x64/bin/ccusage
tokscale=$peers/node_modules/@tokscale/cli-linux-x64-gnu/bin/tokscale
chmod +x "$ccusage" "$tokscale"
echo "$("$ccusage" --version), $("$tokscale" --version)"

ours() {
  "$tool" sessions --no-index --home "$1" --agent "$2" --format tsv 2>/dev/null |
    awk -F'\t' 'NR > 1 { i += $8; o += $9; r += $11; w += $12 + $13 } END { printf "%d/%d/%d/%d", i, o, w, r }'
}
of_ccusage() {
  [ "$2" != - ] || { echo "not read"; return; }
  HOME=$1 LOG_LEVEL=0 "$ccusage" "$2" session --json --offline 2>/dev/null |
    jq -r '.totals | "\(.inputTokens // 0)/\(.outputTokens // 0)/\(.cacheCreationTokens // 0)/\(.cacheReadTokens // 0)"' 2>/dev/null || echo "not read"
}
of_tokscale() {
  HOME=$peers "$tokscale" models --json --no-spinner --home "$1" -c "$2" --group-by client,model 2>/dev/null |
    jq -r '[.entries[]] | "\(map(.input) | add // 0)/\(map(.output + .reasoning) | add // 0)/\(map(.cacheWrite) | add // 0)/\(map(.cacheRead) | add // 0)"' 2>/dev/null || echo "not read"
}

# Says why a peer counts otherwise; nothing when it counts the same or reads no such log.
why() {
  local agent=$1 peer=$2 home=$3 mine=$4 theirs=$5 who where rule
  [ "$mine" != "$theirs" ] && [ "$theirs" != "not read" ] || return 0
  [ "$theirs" != 0/0/0/0 ] || { printf '\t%s: finds nothing of this agent here\n' "$peer"; return 0; }
  while IFS='|' read -r name who where rule; do
    # shellcheck disable=SC2053
    if [ "$name" = "$agent" ] && [[ $who == "$peer" || $who == both ]] && [[ $home == $where ]]; then
      printf '\t%s: %s\n' "$peer" "$rule"
      return 0
    fi
  done <<<"$rules"
  printf '\t%s: NO RULE EXPLAINS THIS\n' "$peer"
}

totals() {
  local home copy name theirs other mine first second reasons
  printf 'home\tagent\tours\tccusage\ttokscale\n'
  for home in "$@"; do
    [ -d "$home" ] || continue
    copy=$(mktemp -d -p "$peers")
    cp -r "$home/." "$copy"
    chmod -R u+w "$copy"
    for agent in claude-code:claude:claude codex:codex:codex copilot:copilot:copilot gemini-cli:gemini:gemini opencode:opencode:opencode pi:pi:pi openclaw:openclaw:openclaw \
      factory-droid:droid:droid amp:amp:amp goose:goose:goose junie:-:junie antigravity:antigravity:antigravity,antigravity-cli cline:-:cline roo-code:-:roocode kilo:kilo:kilo \
      hermes:hermes:hermes devin:-:devin-cli grok:grok:grok qwen-code:qwen:qwen kimi:kimi:kimi crush:-:crush zed:-:zed; do
      IFS=: read -r name theirs other <<<"$agent"
      mine=$(ours "$copy" "$name")
      [ "$mine" != 0/0/0/0 ] || continue
      first=$(of_ccusage "$copy" "$theirs")
      second=$(of_tokscale "$copy" "$other")
      printf '%s\t%s\t%s\t%s\t%s\n' "$(basename "$home")" "$name" "$mine" "$first" "$second"
      reasons=$(why "$name" ccusage "$(basename "$home")" "$mine" "$first"; why "$name" tokscale "$(basename "$home")" "$mine" "$second")
      [ -z "$reasons" ] || printf '%s\n' "$reasons"
      [[ $reasons != *"NO RULE"* ]] || touch "$peers/unexplained"
    done
  done
  [ ! -e "$peers/unexplained" ]
}

# User seconds, seconds on the clock and MB at most of a command.
measured() {
  local name=$1
  shift
  /usr/bin/time -f "$name\t%U\t%e\t%M" -a -o "$peers/times" "$@" >/dev/null 2>&1 || true
}

speed() {
  local homes=$peers/homes round size
  dotnet build "$root/tests/AiAttribution.Benchmarks" -c Release -v quiet
  for size in large small; do
    dotnet "$root/artifacts/bin/AiAttribution.Benchmarks/release/AiAttribution.Benchmarks.dll" agent-home "$homes/$size" "$size" >/dev/null
    XDG_CACHE_HOME=$peers/cache "$tool" sessions --home "$homes/$size" --format tsv >/dev/null 2>&1
  done
  for round in 1 2 3 4 5; do
    measured "--version" "$tool" --version
    for size in large small; do
      measured "$size: ours, cold" "$tool" sessions --no-index --home "$homes/$size" --format tsv
      rm -rf "$peers/.config" "$peers/.cache"
      measured "$size: tokscale, cold" env HOME="$peers" "$tokscale" models --json --no-spinner --home "$homes/$size" -c claude --group-by client,model
      measured "$size: ccusage" env HOME="$homes/$size" LOG_LEVEL=0 "$ccusage" claude session --json --offline
      measured "$size: ours, warm" env XDG_CACHE_HOME="$peers/cache" "$tool" sessions --home "$homes/$size" --format tsv
      measured "$size: tokscale, warm" env HOME="$peers" "$tokscale" models --json --no-spinner --home "$homes/$size" -c claude --group-by client,model
    done
  done
  printf 'median of five\tuser s\twall s\tMB\n'
  cut -f1 "$peers/times" | sort -u | while read -r name; do
    printf '%s' "$name"
    for column in 2 3 4; do
      awk -F'\t' -v n="$name" -v c="$column" '$1 == n { print $c }' "$peers/times" | sort -n | sed -n 3p | awk -v c="$column" '{ printf c == 4 ? "\t%d" : "\t%.2f", c == 4 ? $1 / 1024 : $1 }'
    done
    echo
  done
}

if [ "$1" = --speed ]; then speed; else totals "$@"; fi
