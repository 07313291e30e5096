using System.Security.Cryptography;
using AiAttribution.Core.Tests;

namespace AiAttribution.Engine.Inputs;

/// <summary>A file of the test trail that was read.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Hash">SHA-256 of its bytes, by which copies are known.</param>
/// <param name="Content">What it holds.</param>
internal sealed record ReadFile(string Path, string Hash, TestInput Content)
{
    public static ReadFile Of(string path, byte[] bytes, DateTimeOffset written) =>
        new(path, Convert.ToHexString(SHA256.HashData(bytes)), TestInput.Read(bytes, written));
}
