using System.Collections.Concurrent;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("AiAttribution.Package.Tests.Fixtures.EndOfRun", "AiAttribution.Package.Tests")]

namespace AiAttribution.Package.Tests.Fixtures;

/// <summary>Ends what a run started after its last test. When the process of the tests ends it is too late: what starts it gives it a tenth of a second, and servers stayed.</summary>
public sealed class EndOfRun(IMessageSink messages) : XunitTestFramework(messages)
{
    private static readonly ConcurrentStack<Action> Ends = new();

    // Also a run that is broken off.
    static EndOfRun() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Run();

    /// <summary>Adds what is to be done at the end; what was added last is done first.</summary>
    public static void Add(Action end) => Ends.Push(end);

    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) => new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private static void Run()
    {
        while (Ends.TryPop(out Action? end))
            end();
    }

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink messages) : XunitTestFrameworkExecutor(assembly, sources, messages)
    {
        protected override async void RunTestCases(IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class Runner(ITestAssembly assembly, IEnumerable<IXunitTestCase> cases, IMessageSink diagnostics, IMessageSink execution, ITestFrameworkExecutionOptions options)
        : XunitTestAssemblyRunner(assembly, cases, diagnostics, execution, options)
    {
        protected override Task BeforeTestAssemblyFinishedAsync()
        {
            Run();
            return base.BeforeTestAssemblyFinishedAsync();
        }
    }
}
