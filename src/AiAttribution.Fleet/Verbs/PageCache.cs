using AiAttribution.Fleet.Intake;
using AiAttribution.Fleet.Lake;
using AiAttribution.Fleet.Pages;

namespace AiAttribution.Fleet.Verbs;

/// <summary>The pages as they were a moment ago: they are made again at most once a minute, one at a time, so that many readers cost as much as one.</summary>
internal sealed class PageCache(LakeFolder lake, Func<FleetSettings> settings)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1);
    private Dictionary<string, Func<string>> _pages = [];
    private DateTime _until;

    /// <summary>A page by its name; null when there is none.</summary>
    public async Task<string?> Find(string name, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            if (DateTime.UtcNow >= _until)
            {
                _pages = await Task.Run(() => Make(cancel), cancel);
                _until = DateTime.UtcNow + Lifetime;
            }

            return _pages.TryGetValue(name, out Func<string>? page) ? page() : null;
        }
        finally
        {
            _one.Release();
        }
    }

    private Dictionary<string, Func<string>> Make(CancellationToken cancel)
    {
        FleetSettings now = settings();
        using LakeView view = LakeView.Open(lake, new EnvelopeGate(now, DateTimeOffset.UtcNow), null, cancel);
        var site = new Site(new FigureReader(view, now).Read(), now);
        return site.Repositories.Concat(site.Groups).Append(site.Front).ToDictionary(s => s.File, s => (Func<string>)(() => new ScopePage(site, s).Write()), StringComparer.Ordinal);
    }
}
