using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions;

/// <summary>One edit that a session made.</summary>
/// <param name="Path">As the agent wrote it: absolute, or relative to the session's folder. A local path: it must not leave the machine.</param>
/// <param name="Time">When; null when the log does not say.</param>
/// <param name="LineHashes">Hashes of the lines that the edit wrote, as <see cref="TextLines"/> makes them; empty when the log does not show them.</param>
/// <param name="MayRepeat">Whether some of the lines may have stood there before, whoever wrote them: the log does not show what the text took the place of.</param>
internal sealed record EditedFile(string Path, DateTimeOffset? Time, IReadOnlyList<uint> LineHashes, bool MayRepeat = false);
