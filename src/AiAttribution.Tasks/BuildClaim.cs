using System.Security.Cryptography;
using System.Text;

namespace AiAttribution.Tasks;

/// <summary>
/// A claim to be the one that says something in this build. The nodes of a build are processes that share no memory, so the claim is a
/// file that stays locked until MSBuild disposes it at the end of the build; the operating system frees it when a node dies.
/// </summary>
internal sealed class BuildClaim : IDisposable
{
    private readonly FileStream? _lock;

    public BuildClaim(string key)
    {
        string name = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16];
        try
        {
            string file = Path.Combine(Path.GetTempPath(), $"AiAttribution-{name}.lock");
            _lock = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            IsTaken = true;
        }
        catch (IOException)
        {
            IsTaken = false;
        }
        catch (UnauthorizedAccessException)
        {
            // Another user's file: said twice is better than not at all.
            IsTaken = true;
        }
    }

    /// <summary>False when another node has the claim.</summary>
    public bool IsTaken { get; }

    public void Dispose() => _lock?.Dispose();
}
