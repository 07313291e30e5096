using System.CommandLine;
using System.Text;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Deployments.Formats;
using AiAttribution.Core.Text;
using AiAttribution.Git.Deployments;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;
using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Cli.Verbs;

/// <summary>Keeps records: in a file of the working tree, or as git notes on the deployed commits.</summary>
internal static class RecordStore
{
    public const string FileName = "deployments.jsonl";

    public static Option<bool> Note() => new("--note")
    {
        Description = $"Write git notes on the deployed commits ({DeploymentNotes.Reference}) instead of {FileName}; push them with: git push origin {DeploymentNotes.Reference}",
    };

    public static GitRepository Open(ToolConsole console, string repo)
    {
        try
        {
            return GitRepository.Open(console.FullPath(repo));
        }
        catch (RepositoryException e)
        {
            throw new ToolException($"{e.Message}. {e.Remedy}");
        }
    }

    /// <summary>Adds records that are not there yet, and says what was written.</summary>
    public static void Add(ToolConsole console, GitRepository repository, bool asNotes, IReadOnlyList<DeploymentRecord> records)
    {
        if (asNotes)
            AddNotes(console, repository, records);
        else
            AddLines(console, repository, records);
    }

    private static void AddLines(ToolConsole console, GitRepository repository, IReadOnlyList<DeploymentRecord> records)
    {
        string root = repository.WorkingDirectory ?? throw new ToolException("this repository is bare; use --note, or run it in a working tree.");
        string path = Path.Combine(root, FileName);
        string before = Path.Exists(path) ? Text(path) : "";
        DeploymentReading present = DeploymentReader.Read([new DeploymentFile(FileName, Encoding.UTF8.GetBytes(before))]);
        if (present.Problems is [var problem, ..])
            throw new ToolException($"{problem.File}({problem.Line},{problem.Column}): {problem.Message} Mend it first: writing would lose that line.");
        DeploymentReading united = DeploymentReader.Read([new DeploymentFile(FileName, Encoding.UTF8.GetBytes(DeploymentLine.Write([.. present.Records, .. records])))]);
        string after = DeploymentLine.Write(united.Records);
        if (after != before)
            SafeFile.Write(path, after);
        Say(console, united.Records.Count - present.Records.Count, records.Count, FileName);
    }

    private static string Text(string path) =>
        BoundedFile.Read(path, DeploymentReader.MostBytes) is (var bytes, var problem) && bytes is null
            ? throw new ToolException($"{FileName} cannot be taken: {problem}. Make it a plain file.")
            : SourceFile.Text(bytes);

    private static void AddNotes(ToolConsole console, GitRepository repository, IReadOnlyList<DeploymentRecord> records)
    {
        try
        {
            Say(console, DeploymentNotes.Add(repository, records), records.Count(r => r.Commit is not null), DeploymentNotes.Reference);
        }
        catch (RepositoryException e)
        {
            throw new ToolException($"{e.Message}. {e.Remedy}");
        }

        int without = records.Count(r => r.Commit is null);
        if (without > 0)
            console.Out.Write($"{Count(without, "record")} without a commit cannot be a note; import them into {FileName}.\n");
    }

    private static void Say(ToolConsole console, int added, int given, string place) =>
        console.Out.Write(Printable.Of($"{Count(added, "record")} added to {place}{(given > added ? $", {Number(given - added)} there already" : "")}.") + "\n");
}
