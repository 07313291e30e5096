using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Reports.Model;
using AiAttribution.Core.Verdicts;

namespace AiAttribution.Core.Reports.Gate;

/// <summary>One member that a rule found.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Member">The member.</param>
/// <param name="Message">What is wrong and what to do, one sentence without full stop.</param>
/// <param name="Fingerprint">32 hexadecimal digits that stay the same while the member keeps its name and file, wherever it moves in it. No two findings share one.</param>
public sealed record Finding(GateRule Rule, ReportMember Member, string Message, string Fingerprint)
{
    /// <summary>All findings of a report: those that block first, then in the order of the report.</summary>
    public static IReadOnlyList<Finding> AllOf(ReportModel report)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        List<Finding> findings = [];
        foreach (GateRule rule in ReleaseGate.Of(report).Rules)
        {
            foreach (ReportMember member in rule.Members)
            {
                string identity = $"{rule.Id}\n{member.Path}\n{member.Name}";
                int before = seen.GetValueOrDefault(identity);
                seen[identity] = before + 1;
                findings.Add(new(rule, member, Printable.Of(VerdictMessage.Of(member.Name, member.Verdict, report.Policy.Verdicts)), Hash($"{identity}\n{before}")));
            }
        }

        return findings;
    }

    private static string Hash(string identity) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(identity))).ToLowerInvariant()[..32];
}
