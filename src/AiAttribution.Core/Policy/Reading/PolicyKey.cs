using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary>A key of the policy file.</summary>
/// <param name="Name">The key.</param>
/// <param name="Read">Puts its value into the draft, or reports what is wrong with it.</param>
/// <param name="Below">Keys of its object value, or of the objects in its array.</param>
/// <param name="IsList">Whether the value is an array.</param>
internal sealed record PolicyKey(string Name, Action<JsonValue, PolicyDraft> Read, PolicyObject? Below = null, bool IsList = false)
{
    public static PolicyKey Section(PolicyObject section) => new(section.Name, section.Read, section);
}
