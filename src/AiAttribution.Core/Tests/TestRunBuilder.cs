namespace AiAttribution.Core.Tests;

/// <summary>Counts results while a file is read.</summary>
internal sealed class TestRunBuilder
{
    private int _passed;
    private int _failed;
    private int _skipped;

    public DateTimeOffset? Start { get; set; }

    public DateTimeOffset? Finish { get; set; }

    public bool IsBroken { get; set; }

    public string? AttachmentFolder { get; set; }

    public List<string> Attachments { get; } = [];

    public void Passed() => _passed++;

    public void Failed() => _failed++;

    public void Skipped() => _skipped++;

    public TestRun Build() => new(Start, Finish, _passed, _failed, _skipped, Attachments) { IsBroken = IsBroken, AttachmentFolder = AttachmentFolder };
}
