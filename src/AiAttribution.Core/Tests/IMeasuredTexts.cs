namespace AiAttribution.Core.Tests;

/// <summary>The texts that coverage can be bound to.</summary>
internal interface IMeasuredTexts
{
    /// <summary>A file as it is now and when it was last written; null when it does not exist, which leaves it out.</summary>
    (byte[] Text, DateTimeOffset Written)? Current(string path);

    /// <summary>Earlier texts of a file, newest first.</summary>
    IEnumerable<byte[]> Earlier(string path);

    /// <summary>The text that a file had in a commit; null when commit or file are not there.</summary>
    byte[]? At(string commit, string path);

    /// <summary>What debugging symbols say of a file, newest first.</summary>
    /// <param name="path">Path from the repository root.</param>
    /// <param name="module">Assembly they belong to, without extension; null for any.</param>
    /// <param name="notAfter">Symbols written later belong to a later build, and are left out.</param>
    IEnumerable<SymbolDocument> Symbols(string path, string? module, DateTimeOffset notAfter);
}
