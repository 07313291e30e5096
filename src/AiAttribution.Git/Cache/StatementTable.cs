using AiAttribution.Core.Evidence;
using AiAttribution.Core.Text;

namespace AiAttribution.Git.Cache;

/// <summary>Lists of statements, each statement in full once: thousands of commits say the same.</summary>
internal sealed class StatementTable
{
    private readonly Dictionary<EvidenceStatement, int> _written = [];
    private readonly List<EvidenceStatement> _read = [];

    public void Write(CompactWriter writer, IReadOnlyList<EvidenceStatement> statements) =>
        writer.List(statements, statement => writer.Once(statement, _written, s => WriteOne(writer, s)));

    public EvidenceStatement[] Read(CompactReader reader) => reader.List(() => reader.Once(_read, () => ReadOne(reader)));

    private static void WriteOne(CompactWriter writer, EvidenceStatement statement)
    {
        writer.Choice(statement.Kind);
        writer.Choice(statement.Grade);
        writer.Choice(statement.Extent);
        writer.Text(statement.Agent);
        writer.Text(statement.Model);
        writer.Text(statement.Session?.Provider);
        if (statement.Session is { } session)
            writer.Unique(session.Id);
        writer.Text(statement.Source);
    }

    private static EvidenceStatement ReadOne(CompactReader reader)
    {
        var kind = reader.Choice<EvidenceKind>();
        var grade = reader.Choice<EvidenceGrade>();
        var extent = reader.Choice<EvidenceExtent>();
        string agent = reader.Name();
        string? model = reader.Text();
        SessionKey? session = reader.Text() is { } provider ? new SessionKey(provider, reader.Unique()) : null;
        return new EvidenceStatement(kind, grade, agent, model, session, reader.Name()) { Extent = extent };
    }
}
