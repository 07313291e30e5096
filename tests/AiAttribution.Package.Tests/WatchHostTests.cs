using AiAttribution.Package.Tests.Fixtures;

namespace AiAttribution.Package.Tests;

/// <summary>What <c>dotnet watch build</c> shows: each of its builds is a build, so it warns by what is committed then.</summary>
public class WatchHostTests
{
    [Fact]
    public void Each_build_warns_by_what_is_committed_then_a_commit_starts_none_and_it_ends_with_all_that_it_started()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.MeasureNothing();
        sandbox.Write("App/Zones.cs", PricesSource.WithMethod.Replace("Prices", "Zones", StringComparison.Ordinal));
        sandbox.Restore();
        using WatchedBuild watch = new(sandbox);

        Assert.Equal(["Prices.cs 7 AIA1001"], Told(watch.Next()));

        sandbox.Repository.Git("add", "-A");
        sandbox.Repository.CommitStaged("Add zones" + PricesSource.AiTrailer);
        Assert.Equal(["Prices.cs 7 AIA1001", "Zones.cs 7 AIA1005"], Told(sandbox.Build()));
        Assert.Equal(1, watch.Builds);

        sandbox.Write(sandbox.Prices, "// one line above\n" + PricesSource.WithMethod);
        Assert.Equal(["Prices.cs 8 AIA1001", "Zones.cs 7 AIA1005"], Told(watch.Next()));

        Assert.DoesNotContain("Unhandled exception", watch.Output, StringComparison.Ordinal);
        Assert.True(watch.End());
    }

    private static string[] Told(BuildResult build) => [.. build.Succeeded().Own.Select(d => $"{d.File} {d.Line} {d.Code}").Order(StringComparer.Ordinal)];
}
