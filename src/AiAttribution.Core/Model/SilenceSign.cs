namespace AiAttribution.Core.Model;

/// <summary>A sign of what absence of evidence is worth. What a field is of depends on the kind.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Words">One sentence, with full stop.</param>
internal sealed record SilenceSign(SilenceKind Kind, string Words)
{
    /// <summary>Path of the settings that switch marks off.</summary>
    public string? Setting { get; init; }

    /// <summary>The agent whose marks they switch off.</summary>
    public string? Agent { get; init; }

    /// <summary>Full id of the commit since which it is so.</summary>
    public string? Commit { get; init; }

    /// <summary>Since when it is so.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Until when there is evidence.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How many commits, addresses or notes it is about.</summary>
    public int? Count { get; init; }
}

/// <summary>Kinds of signs.</summary>
internal enum SilenceKind
{
    /// <summary>Evidence is known since one day until another, and the newest commits have none.</summary>
    Evidence,

    /// <summary>Committed settings switch the marks of an agent off.</summary>
    Setting,

    /// <summary>A committed hook may take marks out of messages.</summary>
    Hook,

    /// <summary><c>.mailmap</c> shows addresses of agents as somebody else.</summary>
    Mailmap,

    /// <summary>Notes that no commit of this history has any more.</summary>
    Notes,

    /// <summary>Sessions were recorded once, and the newest AI commits have no record.</summary>
    Capture,
}
