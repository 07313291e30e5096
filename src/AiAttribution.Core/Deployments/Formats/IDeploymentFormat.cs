using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>Reads one kind of JSON object that tells of deployments.</summary>
internal interface IDeploymentFormat
{
    /// <summary>Whether the object is of this kind, by its content and never by the file's name.</summary>
    bool Knows(JsonValue item);

    /// <summary>Adds what it tells to the draft.</summary>
    void Read(JsonValue item, DeploymentDraft draft);
}
