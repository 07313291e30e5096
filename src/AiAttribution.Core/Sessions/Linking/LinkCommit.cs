using AiAttribution.Core.Evidence;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Linking;

/// <summary>A commit that sessions may be linked to.</summary>
/// <param name="Id">Full hexadecimal id.</param>
/// <param name="Time">Author time, which an amend or a rebase keeps.</param>
/// <param name="ParentTime">Author time of the first parent; null for a root commit.</param>
/// <param name="Files">Files that it added or changed.</param>
internal sealed record LinkCommit(string Id, DateTimeOffset Time, DateTimeOffset? ParentTime, IReadOnlyList<LinkFile> Files)
{
    /// <summary>Sessions that it names in trailers and git-ai notes.</summary>
    public IReadOnlyList<SessionKey> Keys { get; init; } = [];
}

/// <summary>A file of a commit.</summary>
/// <param name="Path">Path from the repository root, with <c>/</c>.</param>
/// <param name="AddedLines">Hashes of the added lines, as <see cref="TextLines"/> makes them.</param>
internal sealed record LinkFile(string Path, IReadOnlyList<uint> AddedLines);
