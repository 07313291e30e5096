namespace AiAttribution.Reports.Html;

/// <summary>Light and dark: as the system has it unless the reader chooses, which takes no script. Paper is always light.</summary>
internal static class HtmlTheme
{
    /// <summary>The colours, before everything that uses them.</summary>
    public const string Text = $$"""

        :root { {{Light}} }
        @media screen and (prefers-color-scheme: dark) { :root { {{Dark}} } }
        @media screen { :root:has(#theme-light:checked) { {{Light}} } :root:has(#theme-dark:checked) { {{Dark}} } }
        .theme { display: flex; flex-wrap: wrap; gap: .1rem .9rem; align-items: center; margin: 0 0 1rem; padding: 0; border: 0; color: var(--soft); font-size: .875rem; }
        .theme legend { float: left; margin-right: .9rem; padding: 0; }
        .theme label { padding: .2rem 0; cursor: pointer; }
        .theme input { margin: 0 .3rem 0 0; vertical-align: -.1em; accent-color: var(--link); }
        @supports not selector(:has(*)) { .theme { display: none; } }

        """;

    private const string Light = """
        color-scheme: light; --paper: #fff; --card: #f6f7f9; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --link: #0550ae;
          --good: #116329; --bad: #a40e26; --open: #7a4a00; --good-bg: #e6f6ea; --bad-bg: #ffebe9; --open-bg: #fff5d6;
          --f0: #0b5cad; --f1: #5aa0e0; --f2: #b9d6f2; --f3: #d9dde2; --f4: #f3d9a4; --f5: #e8b4ae; --mark: #1b1f2466;
        """;

    private const string Dark = """
        color-scheme: dark; --paper: #0f1318; --card: #181d24; --ink: #e6e9ed; --soft: #a5aeb9; --line: #39424e; --link: #79b8ff;
          --good: #6fdd8b; --bad: #ff9d94; --open: #f0c35a; --good-bg: #10291a; --bad-bg: #33161a; --open-bg: #2f2609;
          --f0: #2f81f7; --f1: #1f5aa8; --f2: #173a66; --f3: #3a424d; --f4: #6b5420; --f5: #73352f; --mark: #ffffff66;
        """;

    /// <summary>Three radio buttons, which keyboards and screen readers know.</summary>
    public static readonly Markup Choice = Markup.Of($"<fieldset class=\"theme\"><legend>Colours</legend>{Button("system", "as the system", isChosen: true)}{Button("light", "light")}{Button("dark", "dark")}</fieldset>\n");

    private static Markup Button(string id, string name, bool isChosen = false) =>
        Markup.Of($"<label><input type=\"radio\" name=\"theme\" id=\"theme-{id}\"{(isChosen ? new Markup(" checked") : Markup.Empty)}>{name}</label>");
}
