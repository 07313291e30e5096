#!/usr/bin/env bash
# Shows the product on a small repository: packs it, makes a git history with AI and other commits, runs its tests and builds it.
# usage: build/demo.sh [folder]     (default: a new temporary folder, which is kept for you to look around)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
demo=${1:-$(mktemp -d "${TMPDIR:-/tmp}/ai-attribution-demo.XXXXXX")}
mkdir -p "$demo"
demo=$(cd "$demo" && pwd)
shop=$demo/shop
version=0.1.0-demo
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

say() { printf '\n\033[1m== %s\033[0m\n' "$1"; }

command -v git >/dev/null || { echo "git is needed" >&2; exit 1; }
dotnet --list-sdks | grep -qE '^(1[0-9]|[2-9][0-9])\.' || { echo "the .NET SDK 10 or later is needed: https://dot.net" >&2; exit 1; }

say "The package and the tool"
dotnet pack "$root/nuget" -c Release -o "$demo/feed" -p:PackageVersion="$version" -v q -nologo
dotnet build "$root/src/AiAttribution.Cli" -c Release -v q -nologo
tool() { dotnet "$root/artifacts/bin/AiAttribution.Cli/release/ai-attribution.dll" "$@"; }
ls "$demo/feed"
# NuGet never unpacks a version twice, and this one may be of an earlier demo.
rm -rf "${NUGET_PACKAGES:-$HOME/.nuget/packages}/aiattribution/$version"

say "A repository with AI and other commits"
mkdir -p "$shop/src/Shop" "$shop/tests/Shop.Tests"
cd "$shop"
git init -q -b main
git config user.name Demo
git config user.email demo@example.com
commit() { git add -A && git commit -q -m "$1"; }
ai() { commit "$1

Co-Authored-By: Claude <noreply@anthropic.com>"; }

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
commit "Add the basket"
git tag v1.0.0

cat >src/Shop/Discount.cs <<'END'
namespace Shop;

public static class Discount
{
    public static int Of(int sum, int years)
    {
        int percent = years * 2;
        if (percent > 20)
            percent = 20;
        int off = sum * percent / 100;
        return sum - off;
    }
}
END
cat >tests/Shop.Tests/DiscountTests.cs <<'END'
namespace Shop.Tests;

public class DiscountTests
{
    [Fact]
    public void Loyal_customers_pay_less() => Assert.Equal(80, Discount.Of(100, 15));
}
END
ai "Give loyal customers a discount"

cat >src/Shop/Shipping.cs <<'END'
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
ai "Work out what shipping costs"
git --no-pager log --oneline

say "The first build: nothing is measured yet"
dotnet build src/Shop -nologo -tl:off -clp:NoSummary

say "The next build, when its tests are built: what no test refers to"
dotnet build tests/Shop.Tests -v q -nologo -clp:NoSummary
dotnet build src/Shop --no-restore -nologo -tl:off -clp:NoSummary

say "Its tests, with coverage"
dotnet test tests/Shop.Tests --collect "Code Coverage;Format=cobertura" -v q -nologo

say "The build, now that tests are measured"
dotnet build src/Shop --no-restore -nologo -t:Rebuild -tl:off -clp:NoSummary

say "Where the lines come from"
tool lines --repo "$shop"

report=$shop/src/Shop/obj/ai-attribution/Shop/Debug/net10.0/AiAttribution.md
say "The report"
cat "$report"
printf '\nreport: %s\n' "$report"
