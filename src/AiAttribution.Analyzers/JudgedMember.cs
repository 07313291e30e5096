using System.Collections.Immutable;
using AiAttribution.Core.Members;
using AiAttribution.Core.Tests;

namespace AiAttribution.Analyzers;

/// <summary>What is known of a member, wherever its text stands: lines count from its first one.</summary>
internal sealed class JudgedMember
{
    private readonly int[] _codeLines;
    private readonly AttributedLine[] _lines;
    private readonly LineCoverage[] _coverage;
    private readonly VerdictPolicy _policy;
    private string? _message;
    private ImmutableDictionary<string, string?>? _properties;

    private JudgedMember(string name, IReadOnlyList<int> codeLines, int first, LineTable table, VerdictPolicy policy)
    {
        Name = name;
        Verdict = MemberJudge.Judge(codeLines, table, policy);
        _policy = policy;
        _codeLines = [.. codeLines.Select(line => line - first)];
        _lines = [.. codeLines.Select(line => table.Lines[line - 1])];
        _coverage = [.. codeLines.Select(line => table.Coverage[line - 1])];
        AiLines = RunsOf([.. codeLines.Where(table.IsJudged).Select(line => line - first)]);
    }

    /// <summary>Display name.</summary>
    public string Name { get; }

    public MemberVerdict Verdict { get; }

    /// <summary>First and last of each run of AI lines.</summary>
    public IReadOnlyList<(int First, int Last)> AiLines { get; }

    /// <summary>The verdict as a sentence.</summary>
    public string Message => _message ??= VerdictMessage.Of(Name, Verdict, _policy);

    /// <summary>What a client of the diagnostic may show.</summary>
    public ImmutableDictionary<string, string?> Properties => _properties ??= DiagnosticProperties.Of(Verdict);

    /// <param name="name">Display name.</param>
    /// <param name="codeLines">Numbers of its code lines, 1-based.</param>
    /// <param name="first">Number of its first line, 1-based.</param>
    /// <param name="table">The lines of the file as its text is now.</param>
    /// <param name="policy">When a member is AI-heavy.</param>
    public static JudgedMember Of(string name, IReadOnlyList<int> codeLines, int first, LineTable table, VerdictPolicy policy) =>
        new(name, codeLines, first, table, policy);

    /// <summary>Whether it would be judged the same with its first line there.</summary>
    public bool Holds(int first, LineTable table)
    {
        for (int i = 0; i < _codeLines.Length; i++)
        {
            int line = first + _codeLines[i] - 1;
            if (table.Lines[line] != _lines[i] || table.Coverage[line] != _coverage[i])
                return false;
        }

        return true;
    }

    /// <summary>Numbers of its code lines, 1-based, with its first line there.</summary>
    public int[] CodeLinesFrom(int first) => Array.ConvertAll(_codeLines, line => line + first);

    private static List<(int First, int Last)> RunsOf(int[] lines)
    {
        List<(int First, int Last)> runs = [];
        foreach (int line in lines)
        {
            if (runs.Count > 0 && runs[runs.Count - 1].Last == line - 1)
                runs[runs.Count - 1] = (runs[runs.Count - 1].First, line);
            else
                runs.Add((line, line));
        }

        return runs;
    }
}
