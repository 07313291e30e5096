using System.Collections.Concurrent;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Objects;

/// <summary>Reads raw objects through <c>git cat-file</c>. A few processes at most, each made when it is needed first.</summary>
internal sealed class GitCommandObjectReader(GitCommand git, int idLength) : IObjectReader
{
    private const int MostProcesses = 2;

    private readonly SemaphoreSlim _free = new(MostProcesses);
    private readonly ConcurrentStack<Pair> _idle = new();
    private bool _disposed;

    public int IdLength => idLength;

    public byte[]? Read(ObjectId id, int maxBytes = int.MaxValue) => Ask(id, (processes, hex) => processes.Read(hex, maxBytes));

    public bool Has(ObjectId id) => Ask(id, (processes, hex) => processes.Has(hex));

    private T Ask<T>(ObjectId id, Func<Pair, string, T> ask)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        string hex = id.ToHex(IdLength);
        _free.Wait();
        Pair? processes = null;
        try
        {
            if (!_idle.TryPop(out processes))
                processes = new Pair(git);
            T answer = ask(processes, hex);
            _idle.Push(processes);
            return answer;
        }
        catch (IOException cause)
        {
            processes?.Dispose();
            throw new RepositoryException(RepositoryProblem.Corrupt, $"object {hex} cannot be read by git", "git fsck", cause);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryPop(out Pair? processes))
            processes.Dispose();
        _free.Dispose();
    }

    /// <summary>One process that tells sizes and one that gives contents: git would inflate an object of any size before it says how large it is.</summary>
    private sealed class Pair(GitCommand git) : IDisposable
    {
        private readonly CatFileProcess _sizes = new(git, "--batch-check");
        private readonly CatFileProcess _contents = new(git, "--batch");

        public byte[]? Read(string id, int maxBytes) =>
            _sizes.Size(id) is { } size && size <= Math.Min(maxBytes, Array.MaxLength) ? _contents.Read(id, size) : null;

        public bool Has(string id) => _sizes.Size(id) is not null;

        public void Dispose()
        {
            _sizes.Dispose();
            _contents.Dispose();
        }
    }
}
