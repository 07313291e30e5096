using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Model.Cost;

/// <summary>An agent with its model.</summary>
/// <param name="Agent">Catalogue name.</param>
/// <param name="Model">Model, or models that worked on the same commits with one cost; null when not stated.</param>
/// <param name="Exactness">What the counts are worth: counts of different exactness are not summed.</param>
internal sealed record CostGroupName(string Agent, string? Model, Exactness Exactness) : IComparable<CostGroupName>
{
    /// <summary>What all groups are called that are not told apart.</summary>
    public const string Others = "others";

    /// <summary>The group of an allocation.</summary>
    public static CostGroupName Of(Allocation allocation) => new(allocation.Agent, Models(allocation), allocation.Exactness);

    /// <summary>Order of the alphabet, which tells nothing of figures.</summary>
    public int CompareTo(CostGroupName? other)
    {
        int order = string.CompareOrdinal(Agent, other?.Agent);
        order = order != 0 ? order : string.CompareOrdinal(Model, other?.Model);
        return order != 0 ? order : Exactness.CompareTo(other?.Exactness ?? default);
    }

    private static string? Models(Allocation allocation) =>
        allocation.Models.Select(m => m.Model).OfType<string>().Distinct().ToArray() is { Length: > 0 } names ? string.Join(" + ", names) : null;
}
