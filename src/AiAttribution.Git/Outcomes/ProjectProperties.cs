using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using AiAttribution.Core.Text;

namespace AiAttribution.Git.Outcomes;

/// <summary>
/// What a project file and the <c>Directory.Build.props</c> above it set, read and never run: the later one wins, and what stands under a condition counts where the condition
/// compares what is known here.
/// </summary>
internal sealed partial class ProjectProperties
{
    private const string Shared = "Directory.Build.props";

    /// <summary>Nothing sets them before the file does; of all others that no file sets the value is not known.</summary>
    private static readonly string[] EmptyAtFirst = ["IsPackable", "IsPublishable", "IsTestProject"];

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="project">Path of the project file from the repository root.</param>
    /// <param name="read">Bytes of a file; null where there is none, or it is too large.</param>
    public ProjectProperties(string project, Func<string, byte[]?> read)
    {
        int slash = project.LastIndexOf('/');
        string file = project[(slash + 1)..];
        _values["MSBuildProjectFile"] = file;
        _values["MSBuildProjectName"] = file[..file.LastIndexOf('.')];
        foreach (byte[] above in Above(slash < 0 ? "" : project[..slash], read))
            Apply(above);
        if (read(project) is { } own)
            Apply(own);
    }

    /// <summary>Whether the project is packed or published.</summary>
    public bool Ships => !(IsFalse("IsPackable") && IsFalse("IsPublishable"));

    private bool IsFalse(string property) => _values.TryGetValue(property, out string? value) && value.Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>MSBuild imports the nearest one alone, and those above it where that one says so.</summary>
    private static IReadOnlyList<byte[]> Above(string folder, Func<string, byte[]?> read)
    {
        var found = new List<byte[]>();
        while (true)
        {
            if (read(folder.Length == 0 ? Shared : $"{folder}/{Shared}") is { } bytes)
            {
                found.Insert(0, bytes);
                if (!Imports().IsMatch(Encoding.UTF8.GetString(bytes)))
                    return found;
            }

            if (folder.Length == 0)
                return found;
            int slash = folder.LastIndexOf('/');
            folder = slash < 0 ? "" : folder[..slash];
        }
    }

    private void Apply(byte[] file)
    {
        try
        {
            using XmlReader reader = ReportXml.Open(new MemoryStream(file));
            bool holds = false;
            string? property = null;
            while (reader.Next())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.Depth == 1)
                    holds = reader.LocalName == "PropertyGroup" && Holds(reader.GetAttribute("Condition"));
                else if (reader.NodeType == XmlNodeType.Element && reader.Depth == 2)
                    property = holds && Holds(reader.GetAttribute("Condition")) ? reader.LocalName : null;
                else if (reader.NodeType == XmlNodeType.Text && reader.Depth == 3 && property is not null && Expand(reader.Value.Trim()) is { } value)
                    _values[property] = value;
            }
        }
        catch (XmlException)
        {
            // A file that MSBuild could not read either: what stands before its fault counts.
        }
    }

    private bool Holds(string? condition)
    {
        if (string.IsNullOrWhiteSpace(condition))
            return true;
        return And().Split(condition).All(part => Comparison().Match(part) is { Success: true } compared
            && Expand(compared.Groups["left"].Value) is { } left && Expand(compared.Groups["right"].Value) is { } right
            && left.Equals(right, StringComparison.OrdinalIgnoreCase) == (compared.Groups["sign"].Value == "=="));
    }

    /// <summary>A text with the values of its properties; null where one is not known.</summary>
    private string? Expand(string text)
    {
        bool isKnown = true;
        string expanded = Property().Replace(text, match =>
        {
            string name = match.Groups[1].Value;
            isKnown &= _values.ContainsKey(name) || EmptyAtFirst.Contains(name, StringComparer.OrdinalIgnoreCase);
            return _values.GetValueOrDefault(name, "");
        });
        return isKnown && !expanded.Contains("$(", StringComparison.Ordinal) ? expanded : null;
    }

    // None of them goes over a character twice, so that they need no engine that others are made for, which takes a while to start.
    [GeneratedRegex(@"<Import\s[^<>]*Directory\.Build\.props", RegexOptions.IgnoreCase)]
    private static partial Regex Imports();

    [GeneratedRegex(@"(?<!\s)\s+and\s+", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(@"^\s*'(?<left>[^']*)'\s*(?<sign>==|!=)\s*'(?<right>[^']*)'\s*$")]
    private static partial Regex Comparison();

    [GeneratedRegex(@"\$\(([A-Za-z_][A-Za-z0-9_.-]*)\)")]
    private static partial Regex Property();
}
