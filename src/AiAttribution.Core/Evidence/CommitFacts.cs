namespace AiAttribution.Core.Evidence;

/// <summary>What the classifier reads of one commit. Names and e-mails never leave it.</summary>
/// <param name="Id">Full hexadecimal object id.</param>
/// <param name="AuthorName">Author name as recorded.</param>
/// <param name="AuthorEmail">Author e-mail as recorded, without angle brackets.</param>
/// <param name="CommitterName">Committer name as recorded.</param>
/// <param name="CommitterEmail">Committer e-mail as recorded, without angle brackets.</param>
/// <param name="Message">Whole message, decoded, with LF line ends as stored.</param>
internal sealed record CommitFacts(
    string Id,
    string AuthorName,
    string AuthorEmail,
    string CommitterName,
    string CommitterEmail,
    string Message);
