using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Text;
using AiAttribution.Git.Cache;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Cli.Verbs;

/// <summary>What is recorded in this working tree of lines that are not committed.</summary>
internal static class RecordFindings
{
    private const string Topic = "not committed";

    /// <summary>How much it is, of whom and from when, and what takes it away.</summary>
    public static Finding Of(GitRepository repository)
    {
        var file = new FileInfo(WorkingRecordFile.PathOf(repository));
        string name = $"{PrivateFolder.Name}/{WorkingRecordFile.Name} in the git directory";
        if (WorkingRecordFile.Read(repository) is { } record)
            return new Finding(Health.Ok, Topic, $"{Words(record)}, recorded {file.LastWriteTimeUtc:yyyy-MM-dd HH:mm} UTC; it goes with the next 'ai-attribution working' when they are committed or taken back, or delete {name}");
        return file.Exists
            ? new Finding(Health.Missing, Topic, $"{name} is not as this tool writes it, or others can write in its folder, so it is not read", "ai-attribution working")
            : new Finding(Health.Ok, Topic, "nothing is recorded of lines that are not committed, so they are unknown ('ai-attribution working' looks into the logs of sessions)");
    }

    private static string Words(WorkingRecord record)
    {
        WrittenBlock[] blocks = [.. record.Files.Values.SelectMany(file => file)];
        IEnumerable<string> agents = blocks.Select(block => record.Sessions[block.Writer].Agent).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return $"{Figures.Count(blocks.Sum(block => block.Lines.Count), "line")} in {Figures.Count(record.Files.Count, "file")} of {Figures.Count(blocks.Select(block => block.Writer).Distinct().Count(), "session")} ({string.Join(", ", agents)})";
    }
}
