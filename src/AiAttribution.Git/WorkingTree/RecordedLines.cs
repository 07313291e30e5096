using AiAttribution.Core.Lines;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;

namespace AiAttribution.Git.WorkingTree;

/// <summary>Adds to the attribution of files what is recorded of lines that are not committed. What is committed stays as it is: evidence in git decides over it.</summary>
/// <param name="repository">The repository.</param>
/// <param name="record">The record.</param>
/// <param name="firstSource">Number of the source that stands for its first session.</param>
internal sealed class RecordedLines(GitRepository repository, WorkingRecord record, int firstSource)
{
    private readonly ChangedTexts _texts = new(repository);

    /// <summary>A file as it is on disk.</summary>
    /// <param name="file">Attribution of what is committed of it.</param>
    /// <param name="text">Its bytes.</param>
    public FileAttribution OnDisk(FileAttribution file, ReadOnlySpan<byte> text) =>
        record.Files.TryGetValue(file.Path, out IReadOnlyList<WrittenBlock>? blocks) ? With(file, _texts.OnDisk(file.Path, text.ToArray()), blocks) : file;

    /// <summary>A file as git has it stored.</summary>
    /// <param name="file">Attribution of what is committed of it.</param>
    /// <param name="committed">Path that it has in HEAD.</param>
    /// <param name="text">Its bytes.</param>
    public FileAttribution Stored(FileAttribution file, string committed, ReadOnlySpan<byte> text) =>
        record.Files.TryGetValue(file.Path, out IReadOnlyList<WrittenBlock>? blocks) ? With(file, _texts.Stored(file.Path, committed, text.ToArray()), blocks) : file;

    private FileAttribution With(FileAttribution file, ChangedText? text, IReadOnlyList<WrittenBlock> blocks)
    {
        if (text is null || text.Hashes.Length != file.LineCount)
            return file;
        int[] writers = WrittenLines.Of(text.Hashes, text.IsChanged, blocks);
        var runs = new RunList();
        foreach (LineRun run in file.Runs)
        {
            if (run is not { State: LineState.Unknown, Source: < 0 })
            {
                runs.Add(run.Count, run.State, run.Source, run.OriginLine);
                continue;
            }

            for (int line = run.First - 1; line < run.Last; line++)
                runs.Add(1, writers[line] < 0 ? LineState.Unknown : LineState.Ai, writers[line] < 0 ? -1 : firstSource + writers[line], 0);
        }

        return file with { Runs = runs.ToArray() };
    }
}
