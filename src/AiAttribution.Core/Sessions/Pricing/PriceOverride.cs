using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Pricing;

/// <summary>What models cost by the policy.</summary>
/// <param name="Models">Patterns of models, as <see cref="Evidence.Catalogue.ModelName"/> spells them; a dated release matches by its name without the date, too.</param>
/// <param name="Price">The price.</param>
public sealed record PriceOverride(IReadOnlyList<Glob> Models, ModelPrice Price);
