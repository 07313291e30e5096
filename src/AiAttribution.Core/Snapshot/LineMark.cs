namespace AiAttribution.Core.Snapshot;

/// <summary>The marks of lines that have no AI source; every other mark is the index of one.</summary>
public static class LineMark
{
    /// <summary>History known, no AI evidence; also AI lines that belong to the baseline, which are never judged.</summary>
    public const int Other = -1;

    /// <summary>History missing, line not committed, or changed since it was recorded.</summary>
    public const int Unknown = -2;

    /// <summary>True when the mark is the index of an AI source.</summary>
    public static bool IsAi(int mark) => mark >= 0;
}
