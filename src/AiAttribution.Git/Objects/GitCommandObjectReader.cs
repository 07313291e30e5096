using System.Collections.Concurrent;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Objects;

/// <summary>Reads raw objects through <c>git cat-file</c>. A few processes at most, each made when it is needed first.</summary>
internal sealed class GitCommandObjectReader(GitCommand git, int idLength) : IObjectReader
{
    private const int MostProcesses = 2;

    private readonly SemaphoreSlim _free = new(MostProcesses);
    private readonly ConcurrentStack<CatFileProcess> _idle = new();
    private bool _disposed;

    public int IdLength => idLength;

    public byte[]? Read(ObjectId id, int maxBytes = int.MaxValue)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        string hex = id.ToHex(IdLength);
        _free.Wait();
        CatFileProcess? process = null;
        try
        {
            if (!_idle.TryPop(out process))
                process = new CatFileProcess(git);
            byte[]? content = process.Read(hex, maxBytes);
            _idle.Push(process);
            return content;
        }
        catch (IOException cause)
        {
            process?.Dispose();
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
        while (_idle.TryPop(out CatFileProcess? process))
            process.Dispose();
        _free.Dispose();
    }
}
