using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;
using AiAttribution.Git.Cache;

namespace AiAttribution.Cli.Sessions;

/// <summary>An overview; its key names the files it was made of.</summary>
internal sealed class OverviewCodec : CacheCodec<SessionOverview>
{
    public override void Write(CompactWriter writer, SessionOverview value)
    {
        writer.List(value.Sessions, session => Write(writer, session));
        writer.List(value.Problems, problem =>
        {
            writer.Text(problem.File);
            writer.Text(problem.Sentence);
        });
    }

    public override SessionOverview Read(CompactReader reader) =>
        new(reader.List(() => Session(reader)), reader.List(() => new LogProblem(reader.Name(), reader.Name())));

    private static void Write(CompactWriter writer, SessionSummary session)
    {
        writer.Text(session.Agent);
        writer.Text(session.Id);
        writer.Text(session.ParentId);
        writer.Time(session.Start);
        writer.Time(session.End);
        writer.List(session.Models, writer.Text);
        writer.Number(session.Responses);
        writer.Usage(session.Usage);
        writer.Number(session.WebSearches);
        writer.List(session.Unpriced, unpriced =>
        {
            writer.Text(unpriced.Model);
            writer.Number(unpriced.Tokens);
            writer.Choice(unpriced.Gap);
        });
        writer.Flag(session.HasCopies);
        writer.Amount(session.Cost.Computed);
        writer.Amount(session.Cost.Reported);
        writer.Number(session.Cost.UnpricedTokens);
        writer.Amount(session.Cost.Tools);
        writer.Choice(session.Exactness);
        writer.Amount(session.Credits);
    }

    private static SessionSummary Session(CompactReader reader) => new()
    {
        Agent = reader.Name(),
        Id = reader.Name(),
        ParentId = reader.Text(),
        Start = reader.Time(),
        End = reader.Time(),
        Models = reader.List(reader.Name),
        Responses = reader.Count(),
        Usage = reader.Usage(),
        WebSearches = reader.Count(),
        Unpriced = reader.List(() => new UnpricedTokens(reader.Text(), reader.Number(), reader.Choice<PriceGap>())),
        HasCopies = reader.Flag(),
        Cost = new SessionCost(reader.Amount(), reader.Amount(), reader.Number(), reader.Amount()),
        Exactness = reader.Choice<Exactness>(),
        Credits = reader.Amount(),
    };
}
