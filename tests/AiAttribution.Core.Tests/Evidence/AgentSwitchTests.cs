using System.Text;
using AiAttribution.Core.Evidence;

namespace AiAttribution.Core.Tests.Evidence;

public class AgentSwitchTests
{
    [Theory]
    [InlineData(".claude/settings.json", """{"attribution":{"commit":"","pr":"","sessionUrl":false}}""")]
    [InlineData(".claude/settings.json", """{ /* no sign */ "includeCoAuthoredBy": false, }""")]
    [InlineData(".qwen/settings.json", """{"general":{"gitCoAuthor":false}}""")]
    [InlineData(".qwen/settings.json", """{"general":{"gitCoAuthor":{"commit":false}}}""")]
    [InlineData(".aider.conf.yml", "attribute-co-authored-by: false\nattribute-author: false\nattribute-committer: false # all\n")]
    [InlineData(".codex/config.toml", "model = \"gpt-5\"\ncommit_attribution = \"\"\n[features]\n")]
    public void Setting_that_leaves_no_mark_is_off(string path, string file) => Assert.True(IsOff(path, file));

    [Theory]
    [InlineData(".claude/settings.json", """{"attribution":{"commit":"Assisted-by: Claude"}}""")]
    [InlineData(".claude/settings.json", """{"attribution":{"pr":""},"includeCoAuthoredBy":false}""")]
    [InlineData(".claude/settings.json", """{"includeCoAuthoredBy":true}""")]
    [InlineData(".claude/settings.json", """{"attribution":{"commit":""}""")]
    [InlineData(".claude/settings.json", """[{"includeCoAuthoredBy":false}]""")]
    [InlineData(".claude/settings.json", "")]
    [InlineData(".qwen/settings.json", """{"general":{"gitCoAuthor":{"commit":true}}}""")]
    [InlineData(".qwen/settings.json", """{"gitCoAuthor":false}""")]
    [InlineData(".aider.conf.yml", "attribute-co-authored-by: false\nattribute-author: true\nattribute-committer: false\n")]
    [InlineData(".aider.conf.yml", "attribute-co-authored-by: false\n")]
    [InlineData(".codex/config.toml", "commit_attribution = \"Codex <noreply@openai.com>\"\n")]
    [InlineData(".codex/config.toml", "[other]\ncommit_attribution = \"\"\n")]
    public void Wording_of_ones_own_and_what_cannot_be_read_is_not_off(string path, string file) => Assert.False(IsOff(path, file));

    [Fact]
    public void Settings_of_one_machine_and_of_VS_Code_are_not_asked() =>
        Assert.Equal([".claude/settings.json", ".qwen/settings.json", ".aider.conf.yml", ".codex/config.toml"], AgentSwitches.All.Select(s => s.Path));

    [Theory]
    [InlineData("sed -i '/Co-Authored-By: Claude/d' \"$1\"", true)]
    [InlineData("grep -v 'Generated with' \"$1\" > tmp", true)]
    [InlineData("# sed -i '/Co-Authored-By/d'", false)]
    [InlineData("echo 'Assisted-by: X' >> \"$1\"", false)]
    [InlineData("sed -i 's/foo/bar/' \"$1\"", false)]
    public void Hook_strips_marks_when_a_line_both_cuts_and_names_one(string line, bool expected) =>
        Assert.Equal(expected, MessageFilters.Strips(Encoding.UTF8.GetBytes("#!/bin/sh\n" + line + "\n")));

    [Theory]
    [InlineData(".githooks/commit-msg", true)]
    [InlineData(".husky/prepare-commit-msg", true)]
    [InlineData("commit-msg", false)]
    [InlineData(".githooks/pre-push", false)]
    public void Hooks_that_change_messages_are_known_in_any_folder(string path, bool expected) => Assert.Equal(expected, MessageFilters.IsHook(path));

    [Fact]
    public void Mailmap_gives_the_addresses_that_are_shown_as_others() =>
        Assert.Equal(
            ["noreply@anthropic.com"],
            MailmapLines.Replaced(Encoding.UTF8.GetBytes("# map\nDev <dev@example.com>\nDev <dev@example.com> <noreply@anthropic.com>\nDev <dev@example.com> Old <DEV@example.com>\n")));

    private static bool IsOff(string path, string file) => AgentSwitches.IsOff(path, Encoding.UTF8.GetBytes(file));
}
