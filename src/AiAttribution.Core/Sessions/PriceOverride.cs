using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions;

/// <summary>What models cost by the policy.</summary>
/// <param name="Models">Patterns of models, as <see cref="ModelName"/> spells them; a dated release matches by its name without the date, too.</param>
/// <param name="Price">The price.</param>
internal sealed record PriceOverride(IReadOnlyList<Glob> Models, ModelPrice Price)
{
    /// <summary>The first day on which it holds; null for always.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which it holds; null for ever.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether it holds on some days only.</summary>
    public bool IsDated => From is not null || Until is not null;

    /// <summary>Whether it names one of several spellings of a model.</summary>
    public bool Names(IReadOnlyList<string> spellings) => Models.Any(pattern => spellings.Any(pattern.Matches));

    /// <summary>Whether it holds on a day.</summary>
    public bool Holds(DateOnly day) => !(From > day) && !(Until < day);
}
