using System.Security;
using System.Security.Cryptography;
using System.Text;
using AiAttribution.Git.Cache;

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
        // Without a place for the file it is said twice: better than not at all.
        if (FileOf(key) is not { } file)
            return;
        try
        {
            _lock = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            IsTaken = false;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or NotSupportedException or SecurityException)
        {
        }
    }

    /// <summary>False when another node has the claim.</summary>
    public bool IsTaken { get; } = true;

    /// <summary>Whether somebody has a claim, without taking it.</summary>
    public static bool IsHeld(string key)
    {
        if (FileOf(key) is not { } file || !File.Exists(file))
            return false;
        try
        {
            new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read).Dispose();
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or NotSupportedException or SecurityException)
        {
            return false;
        }
    }

    public void Dispose() => _lock?.Dispose();

    private static string? FileOf(string key) => PrivateFolder.OfUser("locks") is { } folder
        ? Path.Combine(folder, $"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16]}.lock")
        : null;
}
