using System.Text;
using AiAttribution.Core.Evidence.Catalogue;

namespace AiAttribution.Core.Evidence.Notes;

/// <summary>
/// Notes of git-ai whose lines <c>git notes merge -s cat_sort_uniq</c> sorted: the ranges stand before any path. With one path in them they are its; with more of them nobody can tell.
/// </summary>
internal static class SortedNote
{
    /// <summary>Whether a note begins with an indented line and all its lines are sorted.</summary>
    public static bool Is(ReadOnlySpan<byte> note)
    {
        if (!note.StartsWith(" "u8))
            return false;
        string before = "";
        foreach (string line in Lines(note))
        {
            if (string.CompareOrdinal(before, line) > 0)
                return false;
            before = line;
        }

        return true;
    }

    /// <summary>The file that its ranges are of; none when that is not certain.</summary>
    public static IEnumerable<AttestedFile> Read(ReadOnlySpan<byte> note, string reference, List<string> problems, Attestation said)
    {
        var claims = new List<Claim>();
        var paths = new List<string>();
        var tools = new HashSet<string>(StringComparer.Ordinal);
        var models = new HashSet<string>(StringComparer.Ordinal);
        foreach (string line in Lines(note))
        {
            if (Value(line, "\"tool\":") is { } tool)
                tools.Add(tool);
            else if (Value(line, "\"model\":") is { } model)
                models.Add(model);
            else if (line[0] == ' ' && !line.Contains('"', StringComparison.Ordinal))
                said.IsCut |= !AttestationReader.ReadEntry(Encoding.UTF8.GetBytes(line), claims) && !IsJson(line);
            else if (line[0] is not (' ' or '{' or '}') && line != "---")
                paths.Add(line.Trim('"'));
        }

        if (claims.Count == 0 && !said.IsCut)
            return [];
        if (paths is [{ } path] && !said.IsCut)
        {
            if (AttestationReader.IsOutside(path))
                return [];

            // Which session has which agent is lost with the order; where there is one agent only, it is that.
            var agents = new NoteMetadata(reference) { Agent = tools.Count == 1 ? AgentNames.Canonical(tools.Single()) : AgentNames.Unknown, Model = models.Count == 1 ? ModelName.Normalize(models.Single()) : null };
            return [new ClaimedFile(path, claims).Resolve(agents)];
        }

        said.IsCut = true;
        problems.Add("its ranges stand before any path, as git notes merge -s cat_sort_uniq leaves them: which file they are of is lost");
        return [];
    }

    private static string[] Lines(ReadOnlySpan<byte> note) => Encoding.UTF8.GetString(note).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string? Value(string line, string name)
    {
        string text = line.Trim();
        return text.StartsWith(name, StringComparison.Ordinal) ? text[name.Length..].Trim(' ', ',', '"') : null;
    }

    /// <summary>Whether a line without a text in it can be one of indented JSON: brackets, numbers and words.</summary>
    private static bool IsJson(string line) => line.AsSpan().Trim().TrimEnd(',') is "{" or "}" or "[" or "]" or "{}" or "[]" or "true" or "false" or "null" || double.TryParse(line.AsSpan().Trim().TrimEnd(','), out _);
}
