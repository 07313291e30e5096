using AiAttribution.Core.Lines;

namespace AiAttribution.Cli.Verbs.Lines;

/// <summary>A form of the list of files.</summary>
internal interface ILinesWriter
{
    void Write(IEnumerable<FileAttribution> files);
}
