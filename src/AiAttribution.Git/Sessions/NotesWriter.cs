using System.Runtime.CompilerServices;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Storage;
using LibGit2Sharp;

namespace AiAttribution.Git.Sessions;

/// <summary>Writes notes: through libgit2 where it reads the repository, else through git. Trees of notes are made by hand, because libgit2 loses notes of a tree with mixed fan-out.</summary>
internal static class NotesWriter
{
    // Notes say what an agent used, so no person stands in their history.
    internal const string Writer = "ai-attribution";
    internal const string WriterEmail = "ai-attribution@localhost";

    /// <summary>Replaces the notes of some commits by one commit on the reference; the other notes stay as they are.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="reference">Full name of the reference, such as <c>refs/notes/ai-attribution</c>.</param>
    /// <param name="texts">Text of each note by full id of the annotated commit.</param>
    /// <param name="time">Time of the new commit: equal notes at an equal time give equal ids on all machines.</param>
    /// <param name="message">Message of the new commit.</param>
    /// <exception cref="RepositoryException">The repository cannot be written.</exception>
    public static void Write(GitRepository repository, string reference, IReadOnlyDictionary<string, string> texts, DateTimeOffset time, string message)
    {
        if (texts.Count == 0)
            return;
        if (repository.Reader == GitReader.LibGit2)
            WriteNatively(repository, reference, texts, time, message);
        else
            GitNotesWriter.Write(repository, reference, texts, time, message);
    }

    /// <summary>Where git may have put the note of a commit: flat, or below folders of two digits each.</summary>
    internal static IEnumerable<string> Paths(string commit)
    {
        string folders = "";
        for (int at = 0; at <= 6; at += 2)
        {
            yield return folders + commit[at..];
            folders += commit[at..(at + 2)] + "/";
        }
    }

    /// <summary>Where the note of a commit is put.</summary>
    internal static string Fanned(string commit) => $"{commit[..2]}/{commit[2..]}";

    internal static RepositoryException Unwritten(string reference, string reason) =>
        new(RepositoryProblem.Corrupt, $"{reference} cannot be written ({reason})", "check that the git directory is writable, and run git fsck");

    // LibGit2Sharp's types must not be touched where its library cannot be loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteNatively(GitRepository repository, string reference, IReadOnlyDictionary<string, string> texts, DateTimeOffset time, string message)
    {
        try
        {
            using Repository writable = LibGit2ReferenceReader.OpenShielded(repository.Layout, new LooseObjects(ObjectFolders.Of(repository.CommonDirectory)));
            Commit? tip = writable.Refs[reference]?.ResolveToDirectReference()?.Target as Commit;
            Tree tree = Change(writable.ObjectDatabase, tip?.Tree, texts);
            if (tree.Id == tip?.Tree.Id)
                return;
            var signature = new Signature(Writer, WriterEmail, time);
            Commit commit = writable.ObjectDatabase.CreateCommit(signature, signature, message, tree, tip is null ? [] : [tip], prettifyMessage: false);
            writable.Refs.Add(reference, commit.Id, allowOverwrite: true);
        }
        catch (Exception cause) when (cause is LibGit2SharpException or IOException or UnauthorizedAccessException)
        {
            // Messages of the native library name absolute paths.
            throw Unwritten(reference, cause.GetType().Name);
        }
    }

    private static Tree Change(ObjectDatabase objects, Tree? old, IReadOnlyDictionary<string, string> texts)
    {
        TreeDefinition definition = old is null ? new TreeDefinition() : TreeDefinition.From(old);
        foreach ((string commit, string text) in texts.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
            Blob blob = objects.CreateBlob(bytes);
            foreach (string path in Paths(commit).Where(p => old?[p] is not null))
                definition.Remove(path);
            definition.Add(Fanned(commit), blob, Mode.NonExecutableFile);
        }

        return objects.CreateTree(definition);
    }
}
