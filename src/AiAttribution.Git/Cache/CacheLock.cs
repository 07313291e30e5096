namespace AiAttribution.Git.Cache;

/// <summary>Held by the one process that computes a result, so that others wait for it instead of computing the same.</summary>
internal sealed class CacheLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream? _file;

    private CacheLock(FileStream? file) => _file = file;

    /// <summary>Waits until the lock is free. When it cannot be had at all the work goes on without it: it is done twice then, never wrongly.</summary>
    /// <param name="path">The file that stands for the lock; null when there is no place for it.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static CacheLock Take(string? path, CancellationToken cancel)
    {
        DateTime until = DateTime.UtcNow + Patience;
        while (path is not null && DateTime.UtcNow < until)
        {
            try
            {
                return new CacheLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
            }
            catch (IOException)
            {
                cancel.ThrowIfCancellationRequested();
                Thread.Sleep(Pause);
            }
            catch (UnauthorizedAccessException)
            {
                break;
            }
        }

        return new CacheLock(null);
    }

    public void Dispose() => _file?.Dispose();
}
