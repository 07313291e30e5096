using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Logs;

/// <summary>The tools by which agents change files, and what they call a path and a text.</summary>
internal static class EditTools
{
    private static readonly string[] Names =
    [
        "edit", "write", "editor", "write_file", "edit_file", "create_file", "write_to_file", "replace_in_file", "apply_diff", "insert_content",
        "search_and_replace", "replace", "patch", "str_replace_editor", "str_replace", "WriteFile", "StrReplaceFile", "replace_file_content", "multi_replace_file_content", "create", "replace_string_in_file", "insert_edit_into_file", "Edit", "Write", "MultiEdit",
    ];

    private static readonly string[] Paths = ["path", "file_path", "filePath", "absolute_path", "TargetFile"];

    private static readonly string[] Texts = ["new_string", "newString", "new_str", "newText", "new_text", "new", "ReplacementContent"];

    // The text of a whole file, or, of some tools, with what stands around the change.
    private static readonly string[] Wholes = ["content", "file_text", "code", "CodeContent"];

    private const string Inserting = "insert_content";

    private static readonly string[] Replaced = ["old_string", "oldString", "old_str", "oldText", "old_text", "old", "TargetContent"];

    /// <summary>Notes what a call of a tool changed; nothing when it is no tool that edits.</summary>
    public static void Note(SessionDraft draft, string? tool, JsonElement arguments, DateTimeOffset? time)
    {
        if (tool is null || Array.IndexOf(Names, tool) < 0)
            return;
        string? path = Paths.Select(name => arguments.Text(name)).FirstOrDefault(value => value is not null);
        string? whole = Text(arguments, Wholes);
        Note(draft, FileUri.Path(path) ?? path, time, whole ?? Words(arguments, Texts), Words(arguments, Replaced), mayRepeat: whole is not null && tool != Inserting);
    }

    /// <summary>Notes an edit whose place is known: a relative path without a folder could be anybody's.</summary>
    public static void Note(SessionDraft draft, string? path, DateTimeOffset? time, string? text, string? replaced = null, bool mayRepeat = false)
    {
        bool known = draft.WorkingDirectory is not null || path is ['/' or '\\', ..] or [_, ':', ..];
        if (known)
            draft.Edited(path, time, text, replaced, mayRepeat && replaced is null);
    }

    /// <summary>Notes what a call changed whose arguments are JSON in a text.</summary>
    public static void NoteText(SessionDraft draft, string? tool, string? arguments, DateTimeOffset? time)
    {
        if (tool is null || Array.IndexOf(Names, tool) < 0)
            return;
        using JsonDocument? parsed = JsonCell.Parse(arguments, new LogProblems());
        if (parsed is not null)
            Note(draft, tool, parsed.RootElement, time);
    }

    private static string? Words(JsonElement arguments, string[] names) =>
        Text(arguments, names) ?? Text(arguments.Get("edit"), names) ?? (arguments.Get("ReplacementChunks").Items().ToArray() is { Length: > 0 } chunks ? string.Join('\n', chunks.Select(chunk => Text(chunk, names))) : null);

    private static string? Text(JsonElement owner, string[] names) => names.Select(name => owner.LongText(name)).FirstOrDefault(value => value is not null);
}
