#!/usr/bin/env bash
# Shows the loop before a commit: an agent edits, build and editor warn, a fix makes the test, the commit passes, the build is silent.
# The agent is played: its hook gets the JSON that Claude Code gives it, and its log has the lines that Claude Code writes. Everything else is real.
# usage: build/demo-loop.sh [folder]     (default: a new temporary folder, which is kept for you to look around)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
demo=${1:-$(mktemp -d "${TMPDIR:-/tmp}/ai-attribution-loop.XXXXXX")}
mkdir -p "$demo"
demo=$(cd "$demo" && pwd)
shop=$demo/shop
version=0.1.0-loop
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
# In a pipeline nothing is known of lines that are not committed.
unset CI GITHUB_ACTIONS TF_BUILD GITLAB_CI TEAMCITY_VERSION JENKINS_URL BITBUCKET_BUILD_NUMBER

say() { printf '\n\033[1m== %s\033[0m\n' "$1"; }
show() { printf '$ %s\n' "$*"; "$@"; }

command -v git >/dev/null || { echo "git is needed" >&2; exit 1; }
dotnet --list-sdks | grep -qE '^(1[0-9]|[2-9][0-9])\.' || { echo "the .NET SDK 10 or later is needed: https://dot.net" >&2; exit 1; }

say "The package and the tool"
dotnet pack "$root/nuget" -c Release -o "$demo/feed" -p:PackageVersion="$version" -v q -nologo
dotnet build "$root/src/AiAttribution.Cli" -c Release -v q -nologo
# NuGet never unpacks a version twice, and this one may be of an earlier demo.
rm -rf "${NUGET_PACKAGES:-$HOME/.nuget/packages}/aiattribution/$version"

# The agent has a home of its own here, so that nothing of yours is read.
at_home() { env HOME="$demo/home" XDG_CACHE_HOME="$demo/home/.cache" XDG_CONFIG_HOME="$demo/home/.config" XDG_DATA_HOME="$demo/home/.local/share" CLAUDE_CONFIG_DIR="$demo/home/.claude" "$@"; }
ai-attribution() { at_home dotnet "$root/artifacts/bin/AiAttribution.Cli/release/ai-attribution.dll" "$@"; }
git() { at_home git "$@"; }

say "A repository with a test project and a policy, everything committed"
mkdir -p "$shop/src/Shop" "$shop/tests/Shop.Tests" "$demo/home/.claude/projects/shop"
cd "$shop"
command git init -q -b main
git config user.name Demo
git config user.email demo@example.com
cat >.gitignore <<'END'
bin/
obj/
TestResults/
END
cat >nuget.config <<END
<configuration>
  <packageSources><add key="demo" value="$demo/feed" /></packageSources>
</configuration>
END
cat >Directory.Build.props <<'END'
<Project>
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
</Project>
END
cat >src/Shop/Shop.csproj <<END
<Project Sdk="Microsoft.NET.Sdk">
  <ItemGroup>
    <PackageReference Include="AiAttribution" Version="$version" PrivateAssets="all" />
  </ItemGroup>
</Project>
END
cat >tests/Shop.Tests/Shop.Tests.csproj <<'END'
<Project Sdk="Microsoft.NET.Sdk">
  <ItemGroup>
    <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" />
    <PackageReference Include="xunit" Version="2.9.3" />
    <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
    <ProjectReference Include="../../src/Shop/Shop.csproj" />
    <Using Include="Xunit" />
  </ItemGroup>
</Project>
END
cat >src/Shop/Basket.cs <<'END'
namespace Shop;

public sealed class Basket
{
    private readonly List<(string Name, int Price)> _items = [];

    public void Add(string name, int price) => _items.Add((name, price));

    public int Sum() => _items.Sum(item => item.Price);
}
END
cat >tests/Shop.Tests/BasketTests.cs <<'END'
namespace Shop.Tests;

public class BasketTests
{
    [Fact]
    public void Sum_adds_prices()
    {
        var basket = new Basket();
        basket.Add("tea", 3);
        basket.Add("cup", 4);
        Assert.Equal(7, basket.Sum());
    }
}
END
cat >ai-attribution.json <<'END'
{
  "rules": [{ "id": "tested", "require": { "tests": "tested" } }]
}
END
dotnet new sln -n Shop --format sln >/dev/null
dotnet sln Shop.sln add src/Shop tests/Shop.Tests >/dev/null
dotnet build Shop.sln -v q -nologo -clp:NoSummary
git add -A && git commit -q -m "Add the basket" && git tag v1.0.0
show ai-attribution init --pre-commit --agent-hooks claude-code

say "An agent edits"
file=$shop/src/Shop/Shipping.cs
log=$demo/home/.claude/projects/shop/5b2f.jsonl
now=$(date -u +%Y-%m-%dT%H:%M:%S.000Z)
json() { sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/$/\\n/' | tr -d '\n'; }
cat >"$file" <<'END'
namespace Shop;

public static class Shipping
{
    public static int Cost(int weight, bool express)
    {
        int cost = 5;
        if (weight > 10)
            cost += (weight - 10) / 2;
        if (express)
            cost *= 2;
        return Math.Min(cost, 50);
    }
}
END
input="{\"file_path\":\"$file\",\"content\":\"$(json <"$file")\"}"
response="{\"type\":\"create\",\"filePath\":\"$file\",\"content\":\"$(json <"$file")\",\"structuredPatch\":[],\"originalFile\":null}"
cat >"$log" <<END
{"type":"assistant","sessionId":"5b2f","cwd":"$shop","timestamp":"$now","requestId":"req_1","message":{"id":"msg_1","role":"assistant","model":"claude-sonnet-4-5-20250929","content":[{"type":"tool_use","id":"toolu_1","name":"Write","input":$input}],"usage":{"input_tokens":12,"output_tokens":140,"cache_creation_input_tokens":900,"cache_read_input_tokens":4000}}}
END
hook=$(sed -n 's/.*"command": "\(.*\)".*/\1/p' .claude/settings.local.json)
printf '$ %s\n' "$hook"
at_home sh -c "$hook" <<END
{"session_id":"5b2f","transcript_path":"$log","cwd":"$shop","permission_mode":"acceptEdits","hook_event_name":"PostToolUse","tool_name":"Write","tool_input":$input,"tool_response":$response,"tool_use_id":"toolu_1"}
END
cat >>"$log" <<END
{"type":"user","sessionId":"5b2f","cwd":"$shop","timestamp":"$now","message":{"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_1","content":"File created successfully at: $file"}]},"toolUseResult":$response}
END
show ai-attribution working

say "The build warns before the commit, and so does an editor that has the project open"
dotnet build Shop.sln -v q -nologo -clp:NoSummary >/dev/null
show dotnet build src/Shop --no-restore -nologo -tl:off -clp:NoSummary -t:Rebuild

say "A commit is stopped"
git add -A
show git commit -m "Work out what shipping costs" || echo "(exit code $?)"

say "The fix makes the test: what a light bulb does, without an editor"
mkdir -p "$demo/fix"
cat >"$demo/fix/fix.cs" <<'END'
#:package Microsoft.CodeAnalysis.CSharp.Workspaces@5.9.0
#:package Microsoft.CodeAnalysis.Workspaces.MSBuild@5.9.0
#:property PublishAot=false
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;

// Opens a solution as an editor does, and takes the first fix that is offered for the first diagnostic with a code.
using var workspace = MSBuildWorkspace.Create();
Solution solution = await workspace.OpenSolutionAsync(args[0]);
foreach (Project project in solution.Projects)
{
    Assembly[] ours = [.. project.AnalyzerReferences.Where(r => r.Display.StartsWith("AiAttribution")).Select(r => Assembly.LoadFrom(r.FullPath!))];
    DiagnosticAnalyzer[] analyzers = [.. Made<DiagnosticAnalyzer>(ours)];
    if (analyzers.Length == 0)
        continue;
    Compilation compilation = (await project.GetCompilationAsync())!;
    Diagnostic? found = (await compilation.WithAnalyzers([.. analyzers], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync()).FirstOrDefault(d => d.Id == args[1]);
    if (found is null)
        continue;
    Console.WriteLine($"editor: {found}");
    var actions = new List<CodeAction>();
    Document document = solution.GetDocument(found.Location.SourceTree)!;
    foreach (CodeFixProvider fix in Made<CodeFixProvider>(ours).Where(fix => fix.FixableDiagnosticIds.Contains(found.Id)))
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, found, (action, _) => actions.Add(action), default));
    foreach (CodeAction action in actions)
        Console.WriteLine($"offers: {action.Title}");
    foreach (Solution after in (await actions[0].GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Select(change => change.ChangedSolution))
    {
        foreach (DocumentId id in after.GetChanges(solution).GetProjectChanges().SelectMany(change => change.GetAddedDocuments().Concat(change.GetChangedDocuments())))
        {
            Document changed = after.GetDocument(id)!;
            File.WriteAllText(changed.FilePath!, (await changed.GetTextAsync()).ToString());
            Console.WriteLine($"wrote: {changed.FilePath}");
        }
    }

    return;
}

static IEnumerable<T> Made<T>(Assembly[] from) => from.SelectMany(a => a.GetTypes()).Where(t => t is { IsAbstract: false } && typeof(T).IsAssignableFrom(t)).Select(t => (T)Activator.CreateInstance(t)!);
END
(cd "$demo/fix" && dotnet run fix.cs -- "$shop/Shop.sln" AIA1001)
cat tests/Shop.Tests/ShippingTests.cs

say "Somebody says what it must assert, and the tests are measured"
cat >tests/Shop.Tests/ShippingTests.cs <<'END'
namespace Shop.Tests;

public class ShippingTests
{
    [Theory]
    [InlineData(4, false, 5)]
    [InlineData(20, true, 20)]
    public void Cost_grows_with_weight_and_haste(int weight, bool express, int cost) => Assert.Equal(cost, Shipping.Cost(weight, express));
}
END
dotnet test tests/Shop.Tests --collect "Code Coverage;Format=cobertura" -v q -nologo

say "The commit passes"
git add -A
show ai-attribution check --staged | tee "$demo/staged.txt"
trailer=$(sed -n "s/.*end the message with '\([^']*\)'.*/\1/p" "$demo/staged.txt")
git commit -q -m "Work out what shipping costs

$trailer" >/dev/null
git --no-pager log --format='%h %s%n%(trailers)' -1
show ai-attribution working
show ai-attribution lines

say "The build is silent"
show dotnet build src/Shop --no-restore -nologo -tl:off -clp:NoSummary -t:Rebuild
printf '\nthe repository: %s\n' "$shop"
