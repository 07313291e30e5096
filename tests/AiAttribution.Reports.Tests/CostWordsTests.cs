using AiAttribution.Core.Model;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Reports.Tests;

public class CostWordsTests
{
    [Theory]
    [InlineData(0, 0, "$0.0000, 0 tokens; recorded for 3 of 3 AI commits.", true)]
    [InlineData(0, 1, "Not known: no tokens are recorded for 3 AI commits of this history.", false)]
    [InlineData(1, 0, "$0.000003, 1 token; recorded for 3 of 3 AI commits.", true)]
    public void Nothing_used_is_free_only_where_every_commit_has_its_record(int used, int without, string answer, bool isKnown)
    {
        ReportModel sample = ReportBuilder.Create();
        ReportModel report = sample with
        {
            Delta = null,
            Tokens = sample.Tokens! with { History = new TokenCost(new TokenUsage(used, 0), used == 0 ? 0 : 0.000003m, 0, 0), AiCommits = 3, AiCommitsWithout = without },
        };

        Assert.Equal((answer, isKnown), (CostWords.Answer(report), CostWords.IsKnown(report)));
    }
}
