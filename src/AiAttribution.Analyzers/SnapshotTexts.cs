using System.Collections.Concurrent;
using AiAttribution.Core.Snapshot;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Analyzers;

/// <summary>Parsed snapshots by their content, for as long as somebody uses them: a host may read a file again that did not change.</summary>
internal static class SnapshotTexts
{
    private static readonly ConcurrentDictionary<string, WeakReference<ParsedSnapshot>> Known = new(StringComparer.Ordinal);

    /// <summary>The snapshot that a text holds; null when it cannot be read.</summary>
    public static ParsedSnapshot? Parse(SourceText text)
    {
        if (text.Length is 0 or > SnapshotLimits.Characters)
            return null;
        string content = Convert.ToBase64String([.. text.GetChecksum()]);
        if (Known.TryGetValue(content, out WeakReference<ParsedSnapshot>? known) && known.TryGetTarget(out ParsedSnapshot? parsed))
            return parsed;
        if (SnapshotReader.Parse(text.ToString()) is not SnapshotModel model)
            return null;
        parsed = new ParsedSnapshot(model);
        Forget();
        Known[content] = new WeakReference<ParsedSnapshot>(parsed);
        return parsed;
    }

    /// <summary>Takes out what nobody uses any more.</summary>
    private static void Forget()
    {
        foreach (KeyValuePair<string, WeakReference<ParsedSnapshot>> known in Known)
        {
            if (!known.Value.TryGetTarget(out _))
                Known.TryRemove(known.Key, out _);
        }
    }
}

/// <summary>A snapshot that was read, and the project that it was last read for.</summary>
internal sealed class ParsedSnapshot(SnapshotModel model)
{
    private ProjectSnapshot? _project;

    /// <summary>Whether it has AI lines.</summary>
    public bool HasFiles => model.Files.Count > 0;

    /// <summary>The snapshot with the paths of a project.</summary>
    /// <param name="directory">Absolute directory that the snapshot's paths are relative to.</param>
    public ProjectSnapshot In(string directory)
    {
        if (_project is not ProjectSnapshot project || project.Directory != directory)
            _project = project = new ProjectSnapshot(model, directory);
        return project;
    }
}
