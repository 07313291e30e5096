using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning.Originals;

/// <summary>References that may keep the commits of a pull request after it was squashed.</summary>
internal sealed partial class OriginalReferences(GitRepository repository)
{
    private const string Remotes = "refs/remotes/";

    /// <summary>What servers call the tip of a pull or merge request, before and behind its number.</summary>
    private static readonly (string Before, string Behind)[] Names = [("refs/pull/", "/head"), ("refs/merge-requests/", "/head"), ("refs/pull-requests/", "/from")];

    private readonly Lazy<ILookup<string, ObjectId>> _ofRemotes = new(() => repository.References(Remotes + "*")
        .Select(reference => (Number: OfRemote().Match(reference.Name).Groups["n"], reference.Target))
        .Where(reference => reference.Number.Success)
        .ToLookup(reference => reference.Number.Value, reference => reference.Target));

    /// <summary>Names all that the references say, so that what was found by them can be kept as long as they stay.</summary>
    public static string Fingerprint(GitRepository repository)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string folder in new[] { "refs/heads/*", Remotes + "*", "refs/pull/*", "refs/merge-requests/*", "refs/pull-requests/*" })
        {
            foreach (GitReference reference in repository.References(folder))
                hash.AppendData(Encoding.UTF8.GetBytes($"{reference.Name} {reference.Target.ToHex(repository.Objects.IdLength)}\n"));
        }

        return Convert.ToHexString(hash.GetHashAndReset())[..16].ToLowerInvariant();
    }

    /// <summary>Tips of the pull or merge requests of a number, each once.</summary>
    public IEnumerable<ObjectId> Tips(int number)
    {
        string digits = number.ToString(CultureInfo.InvariantCulture);
        return Names
            .Select(name => repository.FindReference(name.Before + digits + name.Behind))
            .OfType<ObjectId>()
            .Concat(_ofRemotes.Value[digits])
            .Distinct();
    }

    /// <summary>Where people let git put them.</summary>
    [GeneratedRegex("^refs/remotes/[^/]+/(pull|pr|pull-requests|merge-requests|mr)/(?<n>[0-9]{1,9})(/head|/from)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex OfRemote();
}
