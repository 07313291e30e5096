using System.Diagnostics;
using System.Globalization;
using System.Text;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Deployments.Formats;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Deployments;
using AiAttribution.Git.Repositories;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Benchmarks;

/// <summary>Time to place many deployments in a generated history with merges: <c>deployments [COMMITS] [DEPLOYMENTS]</c>.</summary>
internal static class DeploymentTimes
{
    public static int Run(string[] arguments)
    {
        int commits = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 20_000;
        int deployments = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 2_000;
        using var folder = new TemporaryFolder();
        var made = new TestRepository(folder.Path);
        made.Git("init", "-q", "-b", "main");
        GitProcess.Run(folder.Path, Encoding.ASCII.GetBytes(Import(commits)), new Dictionary<string, string>(), ["fast-import", "--quiet"]);
        string[] ids = made.Git("rev-list", "--reverse", "main").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        byte[] file = Encoding.UTF8.GetBytes(DeploymentLine.Write(Records(ids, deployments)));

        for (int round = 0; round < 3; round++)
        {
            using GitRepository repository = GitRepository.Open(folder.Path);
            var watch = Stopwatch.StartNew();
            DeploymentReading reading = DeploymentReader.Read([new DeploymentFile("deployments.jsonl", file)]);
            TimeSpan read = watch.Elapsed;
            DeploymentHistory history = DeploymentHistory.Read(repository, AttributionPolicy.Default, reading, ids);
            Console.WriteLine($"{ids.Length} commits, {history.LiveCount} steps: records {read.TotalMilliseconds:0} ms, with containment of every commit and timelines {watch.Elapsed.TotalMilliseconds:0} ms");
        }

        return 0;
    }

    /// <summary>Every third commit is a side branch that the next one merges; files stay few, because only commits are walked.</summary>
    private static string Import(int commits)
    {
        var stream = new StringBuilder("blob\nmark :1\ndata 2\nx\n\n");
        int main = 0;
        for (int i = 2; i < commits + 2; i++)
        {
            bool side = i % 3 == 0 && main > 0;
            string content = main == 0 ? "M 100644 :1 file\n" : "";
            string merge = i % 3 == 1 && main > 2 ? $"merge :{i - 1}\n" : "";
            stream.Append(CultureInfo.InvariantCulture, $"commit refs/heads/{(side ? "side" : "main")}\nmark :{i}\ncommitter D <d@example.com> {1_700_000_000 + (i * 60)} +0000\ndata 2\n{i % 10}\n\n");
            if (main > 0)
                stream.Append(CultureInfo.InvariantCulture, $"from :{main}\n{merge}");
            stream.Append(content).Append('\n');
            main = side ? main : i;
        }

        return stream.ToString();
    }

    /// <summary>Mostly forward, every tenth back.</summary>
    private static IEnumerable<DeploymentRecord> Records(string[] ids, int count) => Enumerable.Range(0, count).Select(i => new DeploymentRecord
    {
        Source = "manual",
        SourceId = $"{i}",
        Environment = "production",
        Tier = DeploymentTier.Production,
        Commit = ids[(int)((long)ids.Length * (i % 10 == 9 ? Math.Max(0, i - 5) : i) / count)],
        FinishedAt = DateTimeOffset.UnixEpoch.AddDays(20_000).AddHours(i),
    });
}
