using System.Text;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>Texts of one file, src/A.cs unless said otherwise.</summary>
internal sealed class FakeTexts : IMeasuredTexts
{
    public string? Now { get; init; } = "";

    public DateTimeOffset Written { get; init; } = DateTimeOffset.UnixEpoch;

    public string[] History { get; init; } = [];

    public Dictionary<string, string> Commits { get; init; } = [];

    public (SymbolDocument Document, DateTimeOffset Written)[] Compiled { get; init; } = [];

    public (byte[] Text, DateTimeOffset Written)? Current(string path) => Now is null ? null : (Encoding.UTF8.GetBytes(Now), Written);

    public IEnumerable<byte[]> Earlier(string path) => History.Select(Encoding.UTF8.GetBytes);

    public byte[]? At(string commit, string path) => Commits.TryGetValue(commit, out string? text) ? Encoding.UTF8.GetBytes(text) : null;

    public IEnumerable<SymbolDocument> Symbols(string path, string? module, DateTimeOffset notAfter) =>
        Compiled.Where(c => c.Written <= notAfter).Select(c => c.Document);
}
