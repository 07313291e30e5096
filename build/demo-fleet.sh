#!/usr/bin/env bash
# Shows a fleet: makes six repositories with half a year of history, reads an envelope from each, and makes a lake and pages of them.
# usage: build/demo-fleet.sh [folder]     (default: a new temporary folder, which is kept for you to look around)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
demo=${1:-$(mktemp -d "${TMPDIR:-/tmp}/ai-attribution-fleet.XXXXXX")}
mkdir -p "$demo"
demo=$(cd "$demo" && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

say() { printf '\n\033[1m== %s\033[0m\n' "$1"; }
show() { printf '$ %s\n' "$*"; "$@"; }

command -v git >/dev/null || { echo "git is needed" >&2; exit 1; }
dotnet --list-sdks | grep -qE '^(1[0-9]|[2-9][0-9])\.' || { echo "the .NET SDK 10 or later is needed: https://dot.net" >&2; exit 1; }

say "The tools"
dotnet build "$root/src/AiAttribution.Cli" -c Release -v q -nologo
dotnet build "$root/src/AiAttribution.Fleet" -c Release -v q -nologo
ai-attribution() { dotnet "$root/artifacts/bin/AiAttribution.Cli/release/ai-attribution.dll" "$@"; }
ai-attribution-fleet() { dotnet "$root/artifacts/bin/AiAttribution.Fleet/release/ai-attribution-fleet.dll" "$@"; }

# A history for git fast-import: a type each third day, a third of them with a trailer of an agent, a tag every other week, by so many builders.
history() {
    awk -v name="$1" -v seed="$2" -v builders="$3" -v tags="$4" -v records="$5" -v start="$(($(date +%s) - 200 * 86400))" '
    function data(text) { printf "data %d\n%s\n", length(text), text }
    function file(path, text) { printf "M 100644 inline %s\n", path; data(text) }
    BEGIN {
        srand(seed)
        commits = 0
        for (day = 0; day < 198; day += 1 + int(rand() * 4)) {
            commits++
            time = start + day * 86400 + 3600
            who = "Builder" int(rand() * builders)
            agent = rand() < 0.4
            printf "commit refs/heads/main\nmark :%d\nauthor %s <%s@example.com> %d +0000\ncommitter %s <%s@example.com> %d +0000\n", commits, who, who, time, who, who, time
            data("Work " commits (agent ? "\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n" : "\n"))
            if (commits == 1)
                file(name ".csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>\n")
            text = "namespace " name ";\n\npublic class Type" commits "\n{\n"
            lines = 4 + int(rand() * 14)
            for (i = 0; i < lines; i++)
                text = text "    public int Value" i " => " int(rand() * 100000) " + " name commits "Base.Start" i ";\n"
            file("Type" commits ".cs", text "}\n")
            if (commits > 6 && rand() < 0.15)
                printf "D Type%d.cs\n", commits - 3
            printf "\n"
            if (agent) ai[++count] = commits
            if (tags && day - last >= 14) {
                last = day
                tagged[++releases] = commits
            }
        }
        for (i = 1; i <= releases; i++)
            printf "reset refs/tags/v1.%d.0\nfrom :%d\n\n", i, tagged[i]
        if (records) {
            printf "commit refs/notes/aiattribution/sessions\ncommitter Demo <demo@example.com> %d +0000\n", time
            data("Sessions\n")
            for (i = 1; i <= count; i++) {
                if (rand() < 0.15) continue
                printf "N inline :%d\n", ai[i]
                data("{\"v\":1,\"id\":\"" name i "\",\"agent\":\"claude-code\",\"session\":\"s" i "\",\"exactness\":\"exact\",\"method\":\"content\",\"models\":[{\"model\":\"claude-opus-4-8\",\"input\":" 2000 + int(rand() * 9000) ",\"output\":" 1000 + int(rand() * 30000) ",\"cacheRead\":" 100000 + int(rand() * 900000) "}],\"costComputed\":" 0.5 + rand() * 4 ",\"priceTable\":\"demo\"}")
            }
            printf "\n"
        }
    }'
}

say "Six repositories with half a year of history"
n=0
while read -r name builders tags records; do
    n=$((n + 1))
    repo=$demo/repositories/$name
    rm -rf "$repo"
    git init -q -b main "$repo"
    history "$(echo "$name" | tr -d -)" "$n" "$builders" "$tags" "$records" | git -C "$repo" fast-import --quiet
    git -C "$repo" reset -q --hard
    git -C "$repo" remote add origin "https://git.example.com/acme/$name.git"
    echo "$name: $(git -C "$repo" rev-list --count HEAD) commits, $(git -C "$repo" tag | wc -l | tr -d ' ') releases"
done <<'END'
pay-cards 8 1 1
pay-ledger 7 1 1
shop-basket 6 1 0
shop-search 9 1 1
tools 1 1 0
warehouse 6 0 0
END

say "An envelope from each: the year before from history, and what a pipeline sends"
cd "$demo"
rm -rf out lake site
for repo in repositories/*; do
    ai-attribution outcomes --repo "$repo" --envelopes out --weeks 52
    (cd "$repo" && ai-attribution report --format envelope --output "$demo/out" >/dev/null)
done
ls out | wc -l | xargs echo "envelopes:"

say "A lake of them"
show ai-attribution-fleet init lake
cat >lake/fleet.json <<'END'
{
  "name": "Acme",
  "groups": [
    { "name": "payments", "repositories": ["git.example.com/acme/pay-*"], "budget": 60 },
    { "name": "shop", "repositories": ["git.example.com/acme/shop-*"], "budget": 40 }
  ],
  "expected": ["git.example.com/acme/never-reports"]
}
END
show ai-attribution-fleet add out --lake lake
show ai-attribution-fleet compact --lake lake
show ai-attribution-fleet compact --lake lake

say "What it answers"
show ai-attribution-fleet query --lake lake "select repository, count(distinct envelope) as envelopes, max(day) as newest from build group by repository order by repository"
show ai-attribution-fleet doctor --lake lake || true
show ai-attribution-fleet report --lake lake --output site

say "Look at"
echo "pages: $demo/site/index.html"
echo "lake:  $demo/lake"
