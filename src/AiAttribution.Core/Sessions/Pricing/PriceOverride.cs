using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Pricing;

/// <summary>What models cost by the policy.</summary>
/// <param name="Models">Patterns of models, as <see cref="ModelName"/> spells them; a dated release matches by its name without the date, too.</param>
/// <param name="Price">The price.</param>
internal sealed record PriceOverride(IReadOnlyList<Glob> Models, ModelPrice Price);
