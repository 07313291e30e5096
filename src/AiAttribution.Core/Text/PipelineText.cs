using System.Text;
using System.Text.RegularExpressions;

namespace AiAttribution.Core.Text;

/// <summary>
/// Output that a system which runs builds reads for orders: <c>##vso[…]</c> and <c>##[…]</c> anywhere in a line, <c>::name …::</c> after blanks, <c>##teamcity[…]</c>,
/// GitLab's <c>section_start:</c>. A repository chooses names and texts, and must give no orders by them.
/// </summary>
internal static partial class PipelineText
{
    private static readonly string[] Variables = ["GITHUB_ACTIONS", "TF_BUILD", "GITLAB_CI", "TEAMCITY_VERSION"];

    private static readonly string[] Systems = [.. Variables, "CI", "BITBUCKET_BUILD_NUMBER", "JENKINS_URL", "CIRCLECI", "BUILDKITE", "DRONE", "APPVEYOR", "TRAVIS"];

    /// <summary>Whether such a system reads what is printed here.</summary>
    /// <param name="variable">Gives the value of an environment variable; null when it is not set.</param>
    public static bool IsRead(Func<string, string?> variable) => Variables.Any(name => !string.IsNullOrEmpty(variable(name)));

    /// <summary>Whether a pipeline runs this process, whatever it reads.</summary>
    /// <param name="variable">Gives the value of an environment variable; null when it is not set.</param>
    public static bool IsPipeline(Func<string, string?> variable) => Systems.Any(name => IsSet(variable(name)));

    /// <summary>Whether the value of a variable says yes.</summary>
    public static bool IsSet(string? value) => !string.IsNullOrWhiteSpace(value) && value.Trim() is not "0" && !value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>A line as it can be printed in a pipeline: what would be an order is broken by a blank, other control characters than tabs are written out.</summary>
    /// <param name="line">Without its end.</param>
    public static string Broken(string line)
    {
        string text = Order().Replace(line.Any(IsControl) ? Written(line) : line, "# #");
        text = Section().Replace(text, "section_$1 :");
        int start = text.Length - text.TrimStart().Length;
        return text.AsSpan(start).StartsWith("::", StringComparison.Ordinal) ? text.Insert(start + 1, " ") : text;
    }

    private static bool IsControl(char c) => char.IsControl(c) && c != '\t';

    private static string Written(string line)
    {
        var text = new StringBuilder();
        foreach (char c in line)
            text.Append(IsControl(c) ? $"\\u{(int)c:X4}" : c);
        return text.ToString();
    }

    [GeneratedRegex("##(?=[a-z]*\\[)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Order();

    [GeneratedRegex("section_(start|end):", RegexOptions.CultureInvariant)]
    private static partial Regex Section();
}
