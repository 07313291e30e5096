using System.CommandLine;
using AiAttribution.Cli.Hosting;
using AiAttribution.Engine.Repository;
using AiAttribution.Reports;

namespace AiAttribution.Cli.Verbs.Report;

/// <summary>Arguments and options of <c>report</c>.</summary>
internal sealed class ReportArguments
{
    private readonly Argument<string?> _range = new("RANGE") { Description = "A release compared with the one before: 'v1.2..v1.3', one tag, or 'origin/main...HEAD' for a pull request. Both ends are read from git. Default: the files on disk.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _rangeOption = new("--range") { Description = "The same as RANGE.", HelpName = "RANGE" };
    private readonly Option<string> _repo = Options.Repository();
    private readonly Option<string?> _policy = Options.Policy();
    private readonly Option<string?> _since = Options.Since();
    private readonly Option<string?> _format = FormatChoice.Option();
    private readonly Option<string?> _output = new("--output") { Description = "Folder for the files, AiAttribution.*; without it the report goes to the screen.", HelpName = "DIR" };
    private readonly Option<bool> _monthly = new("--monthly") { Description = "What AI work used each month, held against the policy's budgets." };
    private readonly Option<bool> _ci = new("--ci") { Description = "Say the findings to GitHub Actions, Azure Pipelines or TeamCity: annotations and the job's summary. Without --output and --format nothing else is printed." };
    private readonly Option<string[]> _artifacts = new("--artifact") { Description = "Assembly or package that was built from this commit: the report names its SHA-256, and statements are about it. May be given several times.", HelpName = "FILE" };
    private readonly Option<string?> _sign = new("--sign") { Description = $"Private key as PEM, ECDSA on P-256, that signs the in-toto statements; the password of an encrypted one is read from {KeyFile.Password}.", HelpName = "KEY" };
    private readonly Option<string[]> _coverage = Options.Coverage();
    private readonly Option<string[]> _results = Options.Results();
    private readonly Option<string[]> _deployments = Options.Deployments();
    private readonly Option<string[]> _approvals = Options.Approvals();
    private readonly Option<string[]> _before = new("--coverage-before") { Description = "Coverage report of the earlier end of RANGE; without one its tests are not known.", HelpName = "FILE" };

    public void AddTo(Command verb)
    {
        verb.Arguments.Add(_range);
        foreach (Option option in new Option[] { _rangeOption, _repo, _output, _format, _monthly, _ci, _artifacts, _sign, _coverage, _before, _results, _deployments, _approvals, _since, _policy })
            verb.Options.Add(option);
    }

    /// <exception cref="ToolException">They contradict each other.</exception>
    public ReportRequest Read(ParseResult parsed, ToolConsole console, CancellationToken cancel)
    {
        string? folder = parsed.GetValue(_output);
        string? list = parsed.GetValue(_format);
        string? range = Range(parsed.GetValue(_range), parsed.GetValue(_rangeOption));
        bool ci = parsed.GetValue(_ci);
        var collect = new CollectOptions
        {
            StartDirectory = console.FullPath(parsed.GetValue(_repo)!),
            PolicyPath = parsed.GetValue(_policy) is { } path ? console.FullPath(path) : null,
            Since = parsed.GetValue(_since),
            Coverage = parsed.Files(_coverage, console),
            TestResults = parsed.Files(_results, console),
            Deployments = parsed.Files(_deployments, console),
            Approvals = parsed.ApprovalFiles(_approvals, console, range),
            Cancel = cancel,
        };
        IReadOnlyList<ReportFormat> formats = ci && list is null && folder is null ? [] : FormatChoice.Of(list, folder is not null, range is not null, parsed.GetValue(_monthly));
        if (parsed.GetValue(_sign) is not null && !formats.Any(f => f.IsStatement))
            throw new ToolException("--sign signs statements, and none is asked for; add --format intoto.");
        bool asksRecord = !ci && Pipeline.AsksRecord(console.Variable, range) && !formats.Any(f => f.IsForOthers);
        return new ReportRequest(collect with { ReadsRecord = asksRecord }, range, folder, formats, ci)
        {
            Sign = parsed.GetValue(_sign) is { } key ? KeyFile.Private(console.FullPath(key), console.Variable) : null,
            CoverageBefore = parsed.Files(_before, console),
            Artifacts = parsed.Files(_artifacts, console) ?? [],
        };
    }

    private static string? Range(string? argument, string? option) =>
        argument is null || option is null ? argument ?? option : throw new ToolException("the range is given twice; leave out --range.");
}
