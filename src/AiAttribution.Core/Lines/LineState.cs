namespace AiAttribution.Core.Lines;

/// <summary>What is known of a line as it is now. Absence of evidence is not proof of a human, so there is no such state.</summary>
internal enum LineState : byte
{
    /// <summary>History missing, line not committed, or not readable.</summary>
    Unknown,

    /// <summary>History known, no AI evidence.</summary>
    Other,

    /// <summary>An evidence says AI-assisted.</summary>
    Ai,

    /// <summary>An evidence says that some lines of its commit are AI, and not which: told as unknown, counted apart.</summary>
    InPart,
}
