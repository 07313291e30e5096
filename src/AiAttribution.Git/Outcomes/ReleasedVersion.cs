using System.Globalization;
using System.Text.RegularExpressions;

namespace AiAttribution.Git.Outcomes;

/// <summary>The version that a release's name states, such as <c>v1.2.3</c> or <c>Shop.Lib-1.2.3-beta.1</c>.</summary>
/// <param name="Line">What it replaces older versions of: what stands before the version, and the major number.</param>
/// <param name="Numbers">Its numbers.</param>
/// <param name="IsStable">False for a prerelease.</param>
internal sealed partial record ReleasedVersion(string Line, IReadOnlyList<int> Numbers, bool IsStable)
{
    /// <summary>The version; null where the name states none.</summary>
    public static ReleasedVersion? Of(string name)
    {
        Match match = Version().Match(name);
        if (!match.Success)
            return null;
        int[] numbers = [.. match.Groups["numbers"].Value.Split('.').Select(n => int.TryParse(n, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue)];
        return new ReleasedVersion($"{match.Groups["name"].Value}{numbers[0].ToString(CultureInfo.InvariantCulture)}", numbers, !match.Groups["suffix"].Success);
    }

    /// <summary>Whether it is newer than another of its line.</summary>
    public bool IsNewerThan(ReleasedVersion other)
    {
        for (int i = 0; i < Math.Max(Numbers.Count, other.Numbers.Count); i++)
        {
            int difference = Numbers.ElementAtOrDefault(i).CompareTo(other.Numbers.ElementAtOrDefault(i));
            if (difference != 0)
                return difference > 0;
        }

        return false;
    }

    [GeneratedRegex(@"^(?<name>.*?)(?<![0-9.])[vV]?(?<numbers>[0-9]+(\.[0-9]+)*)(?<suffix>-?[A-Za-z-][0-9A-Za-z.-]*)?(\+.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
