#!/usr/bin/env bash
# Makes hostile and damaged repositories, each the smallest of its kind, and runs the built tool in them: it ends in time with the right exit code, never by a crash, prints no control
# sequence and no order to a pipeline, and touches nothing outside of the repository. The last line is "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."
root=$PWD
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build src/AiAttribution.Cli -v q -nologo -clp:NoSummary || exit 1
tool=$root/artifacts/bin/AiAttribution.Cli/debug/ai-attribution.dll

work=$(mktemp -d)
trap 'chmod -R u+rwX "$work" 2>/dev/null; rm -rf "$work"' EXIT
real_dotnet=$(command -v dotnet)
mkdir -p "$work/home"
export HOME=$work/home GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=Dev GIT_AUTHOR_EMAIL=dev@example.com GIT_COMMITTER_NAME=Dev GIT_COMMITTER_EMAIL=dev@example.com
export GIT_AUTHOR_DATE='2026-01-01T00:00:00Z' GIT_COMMITTER_DATE='2026-01-01T00:00:00Z'
unset CI GITHUB_ACTIONS TF_BUILD TEAMCITY_VERSION GITLAB_CI
passed=0
failed=0

agent='Add code

Co-Authored-By: Claude <noreply@anthropic.com>'
ruled='{ "rules": [{ "id": "no-ai", "require": { "agents": [] } }] }'

# The base repository: one plain commit, and one of an agent with a member of seven code lines.
git init -q -b main "$work/base"
cd "$work/base"
echo 'class Old { }' > Old.cs
git add -A && git commit -qm Begin && git tag v0
mkdir -p src/Shop
printf 'class Shipping\n{\n    public int Cost(int weight, bool fast)\n    {\n        int cost = weight * 2;\n        if (fast)\n        {\n            cost += 5;\n        }\n\n        return cost;\n    }\n}\n' > src/Shop/Shipping.cs
git add -A && git commit -qm "$agent"

shipping=$work/base/src/Shop/Shipping.cs

# A copy of it; everything beside the folder "repo" of a case is outside.
new() {
    name=$1
    place=$work/case
    chmod -R u+rwX "$place" 2>/dev/null
    rm -rf "$place"
    mkdir -p "$place/outside"
    echo secret-of-the-machine > "$place/outside/target"
    cp -r "$work/base" "$place/repo"
    cd "$place/repo"
}

commit() { git add -A && git commit -qm "${1:-$agent}"; }
note() { git notes --ref="$1" add -f -F "$2" HEAD; }
outside() { (cd "$place/outside" && find . -printf '%p %y %s %T@ %l\n' | sort; cat target 2>/dev/null); }

fail() {
    failed=$((failed + 1))
    echo "FAILED $name: $1"
    head -c 600 "$work/err" | cat -v
}

# run CODES ARGUMENTS: CODES are the exit codes that are right, separated by |.
run() {
    local codes=$1 before code
    shift
    before=$(outside)
    timeout -k 5 60 "$real_dotnet" exec "$tool" "$@" > "$work/out" 2> "$work/err" < /dev/null
    code=$?
    cat "$work/out" "$work/err" > "$work/all"
    if ! [[ "|$codes|" == *"|$code|"* ]]; then fail "'$*' ended with $code, not $codes"
    elif grep -q unexpected "$work/err"; then fail "'$*' met something unexpected"
    elif LC_ALL=C grep -qP '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]' "$work/all"; then fail "'$*' printed a control sequence"
    elif [ -n "${orders:-}" ] && LC_ALL=C grep -qE '##vso\[|##\[|##teamcity\[|^[[:space:]]*::' "$work/all"; then fail "'$*' printed an order to a pipeline"
    elif grep -q secret-of-the-machine "$work/all"; then fail "'$*' printed what lies outside"
    elif [ "$before" != "$(outside)" ]; then fail "'$*' wrote outside"
    else passed=$((passed + 1)); fi
}

holds() { if [ "$2" = "$3" ]; then passed=$((passed + 1)); else fail "$1: '$2' is not '$3'"; fi; }
says() { if grep -q -- "$1" "$work/all"; then passed=$((passed + 1)); else fail "nothing says '$1'"; fi; }

# Texts of a clone that are JSON and no Unicode, and numbers at the ends of their types.
new 'trace that is no Unicode'; mkdir .agent-trace; printf '{"\\ud800":1}' > .agent-trace/x.jsonl; commit; run 0 lines; says AIA9013; run 0 check
new 'policy that is no Unicode'; printf '{"\\ud800":1}' > ai-attribution.json; run 2 check; says AIA9009
new 'note that is no Unicode'; printf '{"v":1,"\\ud800":[]}' > "$work/n"; note ai-attribution "$work/n"; run 0 report; says AIA9013
new 'git-ai note of bytes'; head -c 3000 /dev/urandom > "$work/n"; git update-ref refs/notes/ai "$(git commit-tree "$(printf '100644 blob %s\t%s\n' "$(git hash-object -w "$work/n")" "$(git rev-parse HEAD)" | git mktree)" -m n)"; run 0 lines
new 'telemetry that is no Unicode'; mkdir -p .ai-attribution/telemetry; printf '{"resourceLogs":[{"resource":{"attributes":[{"\\ud800":"a"}]}}]}' > .ai-attribution/telemetry/a.json; commit; run 0 report; says AIA9013
new 'session record that is no Unicode'; mkdir -p .ai-attribution/sessions; printf '{"v":1,"\\ud800":[]}' > .ai-attribution/sessions/a.json; commit; run 0 report; says AIA9013
new 'deployments that are no Unicode'; printf '{"commit":"\\ud800","environment":"production"}\n' > deployments.jsonl; commit; run 0 report; says AIA9010
new 'approvals that are no Unicode'; printf '{"approved_by":[{"user":{"\\ud800":1}}]}' > "$work/a.json"; run '0|2' check v0 --approvals "$work/a.json"; says AIA9010
new 'coverage of bytes'; mkdir TestResults; printf '{"A.dll":{"\xff":{}}}' > TestResults/coverage.json; run 0 check; says AIA9010
new 'results after the last day'; mkdir TestResults; echo '<testsuite timestamp="9999-12-31T23:59:59" time="35"/>' > TestResults/a.xml; echo '<coverage timestamp="99999999999999999999"><packages/></coverage>' > TestResults/a.cobertura.xml; run 0 check

# Damaged stores.
new 'damaged pack index'; git repack -qad; for f in .git/objects/pack/*.idx; do chmod +w "$f"; printf '\377%.0s' {1..1024} | dd of="$f" bs=1 seek=8 conv=notrunc 2>/dev/null; done; run 2 lines; says AIA9012; run 2 check
new 'pack that is cut'; git repack -qad; for f in .git/objects/pack/*.pack; do chmod +w "$f"; truncate -s 100 "$f"; done; run 2 lines
new 'pack index without pack'; git repack -qad; rm -f .git/objects/pack/*.pack; run 2 lines
new 'damaged multi-pack-index'; git repack -qad; git multi-pack-index write; f=.git/objects/pack/multi-pack-index; chmod +w $f; printf '\377%.0s' {1..512} | dd of=$f bs=1 seek=12 conv=notrunc 2>/dev/null; run '0|2' lines
for cut in 0 2 10 20 40; do
    for object in HEAD 'HEAD^{tree}' HEAD:src/Shop/Shipping.cs; do
        new "loose object $object cut to $cut"; id=$(git rev-parse "$object"); f=.git/objects/${id:0:2}/${id:2}; chmod +w "$f"; truncate -s $cut "$f"; run 2 lines; says AIA9012
    done
done
new 'loose object that is no zlib'; id=$(git rev-parse HEAD); f=.git/objects/${id:0:2}/${id:2}; chmod +w "$f"; echo nothing > "$f"; run 2 lines
new 'packed-refs of bytes'; git pack-refs --all; head -c 500 /dev/urandom > .git/packed-refs; run 2 lines
new 'HEAD that leads out'; echo 'ref: refs/heads/../../x' > .git/HEAD; run 2 lines
new 'history in a circle'; mkdir -p .git/info; echo "$(git rev-parse HEAD~1) $(git rev-parse HEAD)" > .git/info/grafts; run 2 lines
new 'alternates of themselves'; echo "$PWD/.git/objects" > .git/objects/info/alternates; run 0 lines
new 'git file that leads nowhere'; rm -rf .git; echo 'gitdir: /nowhere/x' > .git; run 2 lines; says 'points to'
new 'commit of bytes'; printf 'tree 0\n\377\377' | git hash-object -t commit -w --literally --stdin > .git/refs/heads/main; run 2 lines

# Work without bound.
new 'folders 300 deep'; id=$(echo 'class A;' | git hash-object -w --stdin); id=$(printf '100644 blob %s\tA.cs\n' "$id" | git mktree); for _ in {1..300}; do id=$(printf '040000 tree %s\td\n' "$id" | git mktree); done; git update-ref refs/heads/main "$(git commit-tree "$id" -p HEAD -m "$agent")"; run 0 lines
new 'tree of 10 to the 10'; id=$(printf '100644 blob %s\tA.cs\n' "$(echo 'class A;' | git hash-object -w --stdin)" | git mktree); for _ in {1..10}; do id=$(for d in {0..9}; do printf '040000 tree %s\t%s\n' "$id" "$d"; done | git mktree); done; git update-ref refs/heads/main "$(git commit-tree "$id" -p HEAD -m "$agent")"; run '0|2' lines
new 'note of 200 MB'; git update-ref refs/notes/ai-attribution "$(git commit-tree "$(printf '100644 blob %s\t%s\n' "$(head -c 200000000 /dev/zero | git hash-object -w --stdin)" "$(git rev-parse HEAD)" | git mktree)" -m n)"; DOTNET_GCHeapHardLimit=0x9000000 run 0 report
new 'XML without an end'; mkdir TestResults; { printf '<TestRun xmlns="x"><Resul'; head -c 8000000 /dev/zero | tr '\0' '\n'; } > TestResults/coverage.xml; run 0 check; says AIA9010
new 'XML that is deep'; mkdir TestResults; { printf '<CoverageSession><Modules>'; yes '<a>' | head -n 2000000 | tr -d '\n'; } > TestResults/coverage.xml; run 0 check; says AIA9010
new 'JSON that is deep'; { printf '{"a":'; yes '[' | head -n 100000 | tr -d '\n'; } > ai-attribution.json; run 2 check
new 'message of trailers'; { printf 'A\n\n'; yes 'Co-Authored-By: Claude <noreply@anthropic.com>' | head -n 100000; } > "$work/m"; echo 'class B;' > B.cs; git add -A; git commit -qF "$work/m"; run 0 lines

# Links, devices and pipes.
new 'coverage that is a device'; mkdir TestResults; ln -s /dev/zero TestResults/a.cobertura.xml; run 0 check
new 'coverage that is a pipe'; mkdir TestResults; mkfifo TestResults/a.cobertura.xml; run 0 check
new 'policy that is a pipe'; mkfifo ai-attribution.json; run 2 check
new 'policy that leads out'; ln -s ../outside/target ai-attribution.json; run 2 check
new 'lists and deployments that lead out'; ln -s ../outside/target .ai-attribution-revs; ln -s ../outside/target deployments.jsonl; ln -s ../../../outside/target src/Shop/Out.cs; commit; run 0 report; run 0 doctor
new 'approvals that are a pipe'; mkfifo approvals.json; run '0|1|2' check v0 --approvals approvals.json; says AIA9010
new 'report through a link'; mkdir artifacts; ln -s ../../outside/target artifacts/AiAttribution.md; ln -s ../../outside artifacts/out; run '0|2' report --output artifacts; run 2 report --output artifacts/out
new 'deployments through a link'; ln -s ../outside/target deployments.jsonl; run 2 deployments add --env production
new 'policy written through a link'; ln -s ../outside/new ai-attribution.json; run 2 init

new 'report into git'; mkdir artifacts; echo theirs > .git/hooks/post-commit; ln -s ../.git/hooks/post-commit artifacts/AiAttribution.md; ln -s ../.git/hooks artifacts/out; run 2 report --output artifacts --format md; run 2 report --output artifacts/out --format md; holds 'hook' "$(cat .git/hooks/post-commit)" theirs
new 'report over a source'; mkdir artifacts; ln -s ../Old.cs artifacts/AiAttribution.md; run 0 report --output artifacts --format md; holds 'source' "$(cat Old.cs)" 'class Old { }'
new 'report over a pipe'; mkdir artifacts; mkfifo artifacts/AiAttribution.md; run 0 report --output artifacts --format md; mkfifo deployments.jsonl; run 0 deployments add --env production
new 'report where a folder and a file stand'; mkdir -p artifacts/AiAttribution.md; echo mine > file; run 2 report --output artifacts --format md; run 2 report --output file --format md

# A gate that is not there, or would take minutes.
for other in AI-Attribution.json .ai-attribution.json ai-attribution.jsonc ai_attribution.json; do new "policy called $other"; echo "$ruled" > "$other"; commit Policy; run 2 check; says 'is not read'; run 2 doctor; done
new 'policy like another'; mkdir .github; echo "$ruled" > .github/ai-attribution.json; echo "$(git rev-parse HEAD)" > ai-attribution-revs; run 0 check; says 'so the defaults hold'; says 'the list of commits is .ai-attribution-revs'
new 'policy of 20,000 rules'; { printf '{"rules":['; for ((i = 0; i < 20000; i++)); do printf '{"id":"r%s","require":{"agents":[]}},' "$i"; done; printf ']}'; } > ai-attribution.json; run 2 check; says 'rules has 20000 entries, and 1000 are the most'
new 'policy of mistakes'; { printf '{'; for ((i = 0; i < 5000; i++)); do printf '"no%s":1,\n' "$i"; done; printf '}'; } > ai-attribution.json; run 2 check; says '4980 more like these'; holds 'lines of a policy of mistakes' "$(wc -l < "$work/err")" 21
new 'range of an empty variable'; echo "$ruled" > ai-attribution.json; run 2 check ''; run 2 check '..HEAD'; says 'does not say what the change is held against'; run 2 check ' '
new 'sparse checkout'; echo "$ruled" > ai-attribution.json; commit Policy; git sparse-checkout set --no-cone /ai-attribution.json; run 2 check --ci; says 'sparse checkout'

# Who is judged does not choose the judge.
soften() { new "pull request that $1"; git checkout -q v0; echo "${2:-$ruled}" > ai-attribution.json; commit Policy; git branch -f base; git checkout -q -b topic; echo 'class New { int F(int a) => a; }' > New.cs; }
soften 'adds an AI file'; commit; run 1 check base
soften 'softens the policy'; echo '{"extends":"report-only"}' > ai-attribution.json; commit; run 1 check base; says 'also changes what is judged'
soften 'takes the policy away'; rm ai-attribution.json; commit; run 1 check base
soften 'makes the policy a link'; rm ai-attribution.json; ln -s Old.cs ai-attribution.json; commit; run '1|2' check base
soften 'brings a waiver'; echo "${ruled% \}}, \"waivers\": [{ \"rule\": \"no-ai\", \"paths\": [\"**\"], \"owner\": \"x\", \"reason\": \"y\", \"expires\": \"2099-01-01\" }] }" > ai-attribution.json; commit; run 1 check base
soften 'ignores its own commit'; commit; git rev-parse HEAD > .git-blame-ignore-revs; commit 'Ignore'; run 1 check base
soften 'brings its own approvals'; echo '{ "rules": [{ "id": "r", "require": { "humanReview": "required" } }] }' > ai-attribution.json; echo '{"approved_by":[{"user":{"id":1,"username":"kim"}}]}' > approvals.json; commit; run 1 check base --approvals approvals.json
soften 'waives itself in its code'; printf '[System.Diagnostics.CodeAnalysis.SuppressMessage("AiAttribution", "AIA2010", Justification = "me: mine; until 2099-01-01")]\nclass New { int F(int a) => a; }\n' > New.cs; commit; run 1 check base; says 'also changes what is judged'
soften 'hides its members'; sed 's/class Shipping/class Made/; 1i// <auto-generated/>' $shipping > Made.cs; sed 's/class Shipping/class Never/; 1i#if NEVER' $shipping > Never.cs; echo '#endif' >> Never.cs; commit; run 1 check base; says 'generated'; says 'inactive'
soften 'measures itself' '{ "rules": [{ "id": "tested", "require": { "tests": "tested" }, "unknown": "fail" }] }'; sed 's/Shipping/Prices/' $shipping > Prices.cs; mkdir TestResults; printf '<coverage timestamp="4000000000"><packages><package><classes><class filename="Prices.cs"><lines>%s</lines></class></classes></package></packages></coverage>' "$(for i in {1..12}; do printf '<line number="%s" hits="1"/>' "$i"; done)" > TestResults/a.cobertura.xml; commit; run 2 check base; says 'git tracks it'
git rm -q --cached TestResults/a.cobertura.xml; git commit -q --amend --no-edit; run 2 check base; says 'dated after now'
soften 'ships itself' '{ "rules": [{ "id": "trails", "require": { "trails": "any" }, "unknown": "fail" }] }'; sed 's/Shipping/Prices/' $shipping > Prices.cs; commit; git tag v9.9.9; run 2 check base
new 'merge queue'; git checkout -q v0; echo '{ "rules": [{ "id": "no-ai", "require": { "agents": [] }, "scope": { "branches": ["main"] } }] }' > ai-attribution.json; commit Policy; git branch -f base; queue=gh-readonly-queue/main/pr-7-0123456789abcdef0123456789abcdef01234567; git checkout -q -b $queue; echo 'class New { int F(int a) => a; }' > New.cs; commit; CI=true GITHUB_ACTIONS=true GITHUB_EVENT_NAME=merge_group GITHUB_REF_NAME=$queue GITHUB_BASE_REF= run 1 check base
new 'shallow clone of a preset'; echo '{"extends":"tested"}' > ai-attribution.json; commit Policy; git clone -q --depth 1 "file://$PWD" "$place/clone"; cd "$place/clone"; run 2 check; run 2 check --format json; says '"outcome": "cannot tell"'; run 2 check origin/nowhere; says 'git fetch'
new 'shallow clone'; echo "$ruled" > ai-attribution.json; commit Policy; git clone -q --depth 1 "file://$PWD" "$place/clone"; cd "$place/clone"; run 2 check --ci

# Text that is an order to whoever shows it.
new 'names that are orders'; orders=yes
mkdir -p 'src/##vso[task.setvariable variable=A]x' 'src/##teamcity[a]' ' ::warning::x'
for f in 'src/##vso[task.setvariable variable=A]x/A.cs' 'src/##teamcity[a]/A.cs' ' ::warning::x/A.cs' '::stop-commands::x.cs' '##[group]x.cs' $'src/\e[2Jx.cs' $'src/a\nb.cs' $'src/\xc2\x9bx.cs' $'src/\xe2\x80\xaex.cs'; do cp src/Shop/Shipping.cs "$f"; done
printf '{ "rules": [{ "id": "##vso[a]x", "require": { "agents": [] } }], "##[b]": 1 }' > "$work/p.json"; commit
for server in GITHUB_ACTIONS TF_BUILD TEAMCITY_VERSION; do
    export $server=true
    run 0 lines; run '0|1' check v0; run 0 report; run 2 check --policy "$work/p.json"
    unset $server
done
orders=

# What a clone names is not run.
new 'programs that a clone names'; evidence=$place/outside/ran
for key in core.fsmonitor core.sshCommand diff.external filter.cs.clean alias.log core.pager core.hooksPath; do git config $key "touch $evidence"; done
mkdir .config; echo '{"version":1,"isRoot":true,"tools":{"aiattribution.tool":{"version":"0.1.0","commands":["ai-attribution"]}}}' > .config/dotnet-tools.json; echo '{"sdk":{"version":"1.0.0"}}' > global.json; run 0 lines; run 0 check
new 'hook and what a branch brings'; run 0 init --hooks; evidence=$place/outside/ran; mkdir .config bin
echo '{"version":1,"isRoot":true,"tools":{"aiattribution.tool":{"version":"9.9.9","commands":["ai-attribution"]}}}' > .config/dotnet-tools.json; echo '{"sdk":{"version":"1.0.0","rollForward":"disable"}}' > global.json; echo '<configuration><packageSources><clear/></packageSources></configuration>' > nuget.config
for command in dotnet ai-attribution; do printf '#!/bin/sh\necho "$0 $*" >> "%s"\n' "$evidence" > $command; cp $command bin/$command; chmod +x $command bin/$command; done
before=$(outside); PATH=".:$PWD:bin::$PATH" git commit -q --allow-empty -m One; PATH=".:$PWD:bin::$PATH" git commit -q --allow-empty -m Two; PATH=".:$PWD:bin::$PATH" git commit -q --amend --allow-empty -m Three; holds 'outside of the repository' "$(outside)" "$before"
new 'notes where git alone writes'; git config core.repositoryformatversion 1; git config extensions.worktreeConfig true; run 0 deployments add --env production --note; run 0 lines
new 'no home'; HOME=/nowhere/at/all run 0 sessions
new 'cache of somebody else'; rm -rf .git/ai-attribution; touch .git/ai-attribution; mkdir -p "$place/outside/cache/ai-attribution"; chmod 0777 "$place/outside/cache" "$place/outside/cache/ai-attribution"; XDG_CACHE_HOME=$place/outside/cache run 0 lines
new 'cache that is a link'; rm -rf .git/ai-attribution; ln -s ../../outside .git/ai-attribution; run 0 lines; run 0 report
new 'cache that everybody can write'; run 0 lines; chmod 0777 .git/ai-attribution; f=$(find .git/ai-attribution -type f | head -1); rm -f "$f"; ln -s "$place/outside/target" "$f"; run 0 lines; run 0 report
# Files may not grow: what a full disk, a quota and a limit of the shell come to.
full() {
    local codes=$1
    shift
    printed=$( (trap '' XFSZ; ulimit -f 0; DOTNET_EnableWriteXorExecute=0 "$real_dotnet" exec "$tool" "$@" 2>&1) < /dev/null)
    holds "exit code of '$*' on a full disk" $? "$codes"
    holds "'$*' on a full disk" "$(grep -c unexpected <<< "$printed")" 0
}
new 'full disk'; printf '#!/bin/sh\necho theirs\n' > .git/hooks/post-commit; chmod +x .git/hooks/post-commit; state() { git status --porcelain; cat .git/hooks/post-commit; find .git -name '*.tmp' | wc -l; }; before=$(state)
full 2 init; full 2 init --hooks; full 2 report --output artifacts; full 2 deployments add --env production; full 0 lines; full 0 check; full 2 deployments add --env production --note
holds 'working tree and hooks' "$(state)" "$before"; run 0 check
new 'formulas'; mkdir 'src/a;=1+1;b'; cp src/Shop/Shipping.cs 'src/a;=1+1;b/E.cs'; commit; run 0 report --format csv; says '"src/a;=1+1;b/E.cs"'

echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
