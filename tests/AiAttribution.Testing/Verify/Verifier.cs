using System.Runtime.CompilerServices;

namespace AiAttribution.Testing.Verify;

/// <summary>
/// Approved texts with the names and file conventions of Verify.Xunit, so that the package can take this file's place without a change to a test.
/// <c>Verify(text)</c> in <c>Calc.Adds</c> compares with <c>Calc.Adds.verified.txt</c> beside the test file; a difference is left in <c>Calc.Adds.received.txt</c>.
/// </summary>
public static class Verifier
{
    public static async Task Verify(string target, string extension = "txt", [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        string stem = Path.Combine(Path.GetDirectoryName(sourceFile)!, $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}");
        string verified = $"{stem}.verified.{extension}";
        string received = $"{stem}.received.{extension}";
        string actual = Normalise(target);
        string? expected = File.Exists(verified) ? Normalise(await File.ReadAllTextAsync(verified)) : null;
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, actual);
        throw new VerifyException(
            $"{Path.GetFileName(received)} differs from {Path.GetFileName(verified)}. {FirstDifference(expected, actual)} If it is right, rename it to .verified.");
    }

    private static string Normalise(string text) => text.TrimStart('\uFEFF').ReplaceLineEndings("\n");

    private static string FirstDifference(string? expected, string actual)
    {
        if (expected is null)
            return "Nothing is approved yet.";
        string[] left = expected.Split('\n');
        string[] right = actual.Split('\n');
        int line = Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(i => left.ElementAtOrDefault(i) != right.ElementAtOrDefault(i));
        return $"Line {line + 1} was '{right.ElementAtOrDefault(line)}', approved is '{left.ElementAtOrDefault(line)}'.";
    }
}

public sealed class VerifyException(string message) : Exception(message);
