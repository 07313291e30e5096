using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Catalogue;

namespace AiAttribution.Core.Sessions.Notes;

/// <summary>
/// What our own session notes say of their commit. That an agent's shell made the commit, that its transcript shows it, or that it wrote lines of it, declares the commit as
/// AI-assisted just as the agent's trailer does. That a session edited a file of it, or that a trailer named it, is weak.
/// </summary>
internal static class SessionNoteEvidence
{
    private const int MostStatements = 100;

    /// <summary>A statement for each session.</summary>
    public static IReadOnlyList<EvidenceStatement> Of(IEnumerable<Allocation> allocations) =>
        [.. allocations.Select(State).GroupBy(s => (s.Agent, s.Session)).Select(session => session.MaxBy(s => s.Grade)!).Take(MostStatements)];

    private static EvidenceStatement State(Allocation allocation)
    {
        string[] models = [.. allocation.Models.Select(m => m.Model).OfType<string>().Distinct(StringComparer.Ordinal)];
        EvidenceGrade grade = allocation.Method is LinkMethod.Environment or LinkMethod.Transcript or LinkMethod.Content ? EvidenceGrade.Declared : EvidenceGrade.Weak;
        var key = new SessionKey(AgentNames.Provider(allocation.Agent), allocation.Session);
        return new EvidenceStatement(EvidenceKind.SessionNote, grade, AgentNames.Canonical(allocation.Agent), models.Length == 1 ? ModelName.Normalize(models[0]) : null, key, SessionNote.Ref);
    }
}
