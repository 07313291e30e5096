using AiAttribution.Core.Lines;
using AiAttribution.Core.Outcomes;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>A history of a branch and of what production ran, in days, each state a set of lines (type and text). Without a branch each deployment stands for it.</summary>
internal sealed class ProductionScenario
{
    private readonly List<(int Day, string Service, HashSet<(string Type, string Text)> Lines)> _deployments = [];
    private readonly List<(int Day, HashSet<(string Type, string Text)> Lines)> _main = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    /// <summary>The AI state of a text; other unless said.</summary>
    public Func<string, LineState> State { get; init; } = _ => LineState.Other;

    public static HashSet<(string Type, string Text)> Code(string type, int count, string tag = "a") => [.. Enumerable.Range(0, count).Select(i => (type, $"{type}.{tag}{i}"))];

    public static HashSet<(string Type, string Text)> Types(int count, int lines = 12) => [.. Enumerable.Range(0, count).SelectMany(i => Code($"T{i:D3}", lines))];

    public ProductionScenario Deploy(int day, IEnumerable<(string Type, string Text)> lines, string service = "api")
    {
        _deployments.Add((day, service, [.. lines]));
        return this;
    }

    public ProductionScenario Land(int day, IEnumerable<(string Type, string Text)> lines)
    {
        _main.Add((day, [.. lines]));
        return this;
    }

    public IReadOnlyList<OutcomeWeek> Weeks(int first, int last, int now)
    {
        var production = Production(now);
        TextStates live = States(production, now);
        TextStates main = _main.Count > 0 ? States(_main, now) : live;
        int[] texts = [.. _numbers.Values];
        var cells = OutcomeCells.Of(texts.Select(t => new TextHistory(main.Spans.Of(t, now), live.Spans.Of(t, now))), live.Spans.FirstDay!.Value, now, StateOf);
        return OutcomeWeeks.Of(cells, new UsualWeek(texts.Select(t => main.Spans.Of(t, now)), main.Spans.FirstDay!.Value), first, last);
    }

    public double Low(int first, int last, int now) => Math.Round(Weeks(first, last, now).Sum(w => w.Low), 3);

    public double High(int first, int last, int now) => Math.Round(Weeks(first, last, now).Sum(w => w.High), 3);

    private List<(int Day, HashSet<(string Type, string Text)> Lines)> Production(int now)
    {
        var running = new Dictionary<string, HashSet<(string, string)>>(StringComparer.Ordinal);
        List<(int, HashSet<(string, string)>)> states = [];
        foreach (var day in _deployments.Where(d => d.Day <= now).GroupBy(d => d.Day).OrderBy(g => g.Key))
        {
            foreach (var deployment in day)
                running[deployment.Service] = deployment.Lines;
            states.Add((day.Key, [.. running.Values.SelectMany(l => l)]));
        }

        return states;
    }

    private TextStates States(IEnumerable<(int Day, HashSet<(string Type, string Text)> Lines)> history, int now)
    {
        var states = new TextStates();
        HashSet<(string Type, string Text)> before = [];
        foreach ((int day, HashSet<(string Type, string Text)> lines) in history.Where(h => h.Day <= now))
        {
            foreach ((string type, string text) in before.Where(l => !lines.Contains(l)))
                states.Remove(Number(text), type);
            foreach ((string type, string text) in lines.Where(l => !before.Contains(l)))
                states.Add(Number(text), type);
            states.EndState(day, text => text, text => text);
            before = lines;
        }

        return states;
    }

    private int Number(string text)
    {
        if (_numbers.TryAdd(text, _texts.Count))
            _texts.Add(text);
        return _numbers[text];
    }

    private LineState StateOf(int number) => State(_texts[number]);
}
