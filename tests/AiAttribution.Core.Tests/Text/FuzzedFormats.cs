using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Core.Tests.Links;

namespace AiAttribution.Core.Tests.Text;

/// <summary>Every format that is read here, with an input that is read well. Those of JSON alone are in <see cref="HostileJson"/>.</summary>
internal static class FuzzedFormats
{
    private const string Sha = "1111111111111111111111111111111111111111";

    private static readonly Lazy<(LinkedAssembly Library, LinkedAssembly Tests)> Compiled = new(() => CompiledPair.Assemblies(
        "public class A { public int F(int a) => a > 1 ? a : G<int>(new List<int> { a }); int G<T>(List<int> b) => b.Count; }",
        "public class T { [Xunit.Fact] public async Task F() { await Task.Yield(); new A().F(1); foreach (var a in new[] { 1 }) { System.Func<int> b = () => a; b(); } } }"));

    /// <summary>Formats that have a reader here, by name.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "policy", "waivers", "agent trace", "session note", "git-ai note", "session file", "telemetry", "Entire checkpoint", "coverlet", "approvals", "deployments",
        "GitLab approvals", "Azure reviewers", "GitHub deployments", "GitLab deployments", "Azure records", "SLSA provenance", "Argo application", "nuspec",
        "Cobertura", "OpenCover", "Microsoft coverage", "lcov", "TRX", "JUnit",
        "snapshot", "listed commits", "git-ai note as text", "commit message", "suppression", "symbols", "test assembly", "envelope", "envelope file",
    ];

    /// <summary>Reads bytes as the product does.</summary>
    public static void Read(string format, byte[] bytes)
    {
        switch (format)
        {
            case "Cobertura" or "OpenCover" or "Microsoft coverage" or "lcov" or "TRX" or "JUnit": TestInput.Read(bytes, DateTimeOffset.UnixEpoch); break;
            case "snapshot": SnapshotReader.Parse(Encoding.UTF8.GetString(bytes)); break;
            case "listed commits": RevsFile.Parse(Encoding.UTF8.GetString(bytes)); break;
            case "git-ai note as text": GitAiNote.Parse(bytes); break;
            case "commit message": CommitClassifier.Classify(Encoding.UTF8.GetString(bytes)); break;
            case "suppression": _ = new CodeSuppression("AIA2001", Encoding.UTF8.GetString(bytes), "A.cs", 1, []).Waiver; break;
            case "symbols": PortablePdb.Read(bytes); break;
            case "test assembly": LinkFinder.Find([Compiled.Value.Tests with { Image = bytes }, Compiled.Value.Library]); break;
            case "envelope": Envelope(() => EnvelopeReader.Read(bytes)); break;
            case "envelope file": Envelope(() => EnvelopeReader.ReadFile(bytes)); break;
            default: HostileJson.Problems(Reader(format), bytes); break;
        }
    }

    /// <summary>An input that is read well.</summary>
    public static byte[] Good(string format) => format switch
    {
        "symbols" => Compiled.Value.Tests.Symbols!,
        "test assembly" => Compiled.Value.Tests.Image,
        "envelope file" => EnvelopePack.Pack(Text("envelope")),
        _ => Encoding.UTF8.GetBytes(Text(format)),
    };

    private static void Envelope(Func<Envelope> read)
    {
        try
        {
            EnvelopeText.Of(read());
        }
        catch (EnvelopeException)
        {
            // Told.
        }
    }

    private static string Reader(string format) => format switch
    {
        "waivers" => "policy",
        "GitLab approvals" or "Azure reviewers" => "approvals",
        "GitHub deployments" or "GitLab deployments" or "Azure records" or "SLSA provenance" or "Argo application" or "nuspec" => "deployments",
        _ => format,
    };

    private static string Text(string format) => format switch
    {
        "waivers" => """{"rules":[{"id":"a","require":{"leftOut":{"atMost":0.2,"reasons":["small","merge"]}}}],"waivers":[{"rule":"a","paths":["src/**"],"owner":"core","reason":"old","expires":"2027-01-31"}],"prices":{"gpt-5":{"input":1.5}},"services":[{"name":"a","paths":["src/**"]}]}""",
        "GitLab approvals" => """{"rules":[{"id":1,"approved_by":[{"id":1,"username":"kim"}]}],"approved_by":[{"user":{"id":1,"username":"kim"}}]}""",
        "Azure reviewers" => $$$"""{"createdBy":{"id":"a"},"lastMergeSourceCommit":{"commitId":"{{{Sha}}}"},"reviewers":[{"id":"b","vote":10,"uniqueName":"b"}]}""",
        "GitHub deployments" => $$"""[{"url":"https://api.github.com/repos/o/r/deployments/1","id":1,"sha":"{{Sha}}","environment":"production","created_at":"2026-05-01T12:00:00Z","statuses_url":"https://api.github.com/repos/o/r/deployments/1/statuses"},{"state":"success","deployment_url":"https://api.github.com/repos/o/r/deployments/1","created_at":"2026-05-01T12:01:00Z"}]""",
        "GitLab deployments" => $$$"""[{"id":1,"iid":1,"sha":"{{{Sha}}}","status":"success","created_at":"2026-05-01T12:00:00Z","updated_at":"2026-05-01T12:01:00Z","environment":{"name":"production","external_url":"x"},"deployable":{"commit":{"id":"{{{Sha}}}"},"finished_at":"2026-05-01T12:01:00Z"}}]""",
        "Azure records" => """{"count":1,"value":[{"id":1,"environmentId":2,"definition":{"name":"a"},"owner":{"id":3,"name":"20260501.1"},"stageName":"production","result":"succeeded","startTime":"2026-05-01T12:00:00Z","finishTime":"2026-05-01T12:01:00Z"}]}""",
        "SLSA provenance" => """{"_type":"https://in-toto.io/Statement/v1","predicateType":"https://slsa.dev/provenance/v1","subject":[{"name":"a","digest":{"sha256":"SHA"}}],"predicate":{"buildDefinition":{"resolvedDependencies":[{"uri":"git+https://x","digest":{"gitCommit":"SHA"}}]},"runDetails":{"metadata":{"finishedOn":"2026-05-01T12:00:00Z"}}}}""".Replace("SHA", Sha, StringComparison.Ordinal),
        "Argo application" => $$$"""{"kind":"Application","apiVersion":"argoproj.io/v1alpha1","metadata":{"name":"a"},"spec":{"destination":{"namespace":"production"}},"status":{"history":[{"id":1,"revision":"{{{Sha}}}","deployedAt":"2026-05-01T12:00:00Z"}]}}""",
        "nuspec" => $"<?xml version=\"1.0\"?><package xmlns=\"http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd\"><metadata><id>A</id><version>1.0.0</version><repository type=\"git\" url=\"x\" commit=\"{Sha}\" /></metadata></package>",
        "Cobertura" => """<?xml version="1.0"?><coverage timestamp="1777629600" line-rate="1"><sources><source>/src</source></sources><packages><package name="A"><classes><class name="A" filename="A.cs"><lines><line number="1" hits="2" branch="true" condition-coverage="50% (1/2)"/></lines></class></classes></package></packages></coverage>""",
        "OpenCover" => """<CoverageSession><Modules><Module hash="1"><ModulePath>A.dll</ModulePath><ModuleName>A</ModuleName><Files><File uid="1" fullPath="/src/A.cs"/></Files><Classes><Class><Methods><Method><FileRef uid="1"/><SequencePoints><SequencePoint vc="1" sl="1" el="2" fileid="1" bec="2" bev="1"/></SequencePoints></Method></Methods></Class></Classes></Module></Modules></CoverageSession>""",
        "Microsoft coverage" => """<results><modules><module name="A.dll"><functions><function><ranges><range source_id="0" start_line="1" end_line="2" covered="yes"/></ranges></function></functions><source_files><source_file id="0" path="/src/A.cs" checksum_type="SHA256" checksum="00AB"/></source_files></module></modules></results>""",
        "lcov" => "TN:a\nSF:/src/A.cs\nFN:1,F\nDA:1,2\nDA:2,0\nBRDA:1,0,0,1\nBRDA:1,0,1,-\nend_of_record\n",
        "TRX" => """<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010" id="a"><Times start="2026-05-01T10:00:00Z" finish="2026-05-01T10:01:00Z"/><Results><UnitTestResult testName="A" outcome="Passed"/></Results><ResultSummary outcome="Completed"><Counters total="1" executed="1" passed="1" failed="0"/></ResultSummary><CollectorDataEntries><Collector><UriAttachments><UriAttachment><A href="a/coverage.xml"/></UriAttachment></UriAttachments></Collector></CollectorDataEntries></TestRun>""",
        "JUnit" => """<testsuites><testsuite name="A" tests="1" failures="0" errors="0" timestamp="2026-05-01T10:00:00" time="35.5"><testcase name="a" classname="A" time="1"/></testsuite></testsuites>""",
        "snapshot" => SnapshotWriter.Write(SnapshotModelBuilder.Snapshot()),
        "listed commits" => $"# list\n{Sha} codex:gpt-5\n\n{Sha}..HEAD\n",
        "git-ai note as text" => "src/A.cs\n  s_1::t_1 1-9,4,20-30\n  h_1 3-5\n\"b c.cs\"\n  7abcdef 1\n---\n{\"sessions\":{\"s_1\":{\"agent_id\":{\"tool\":\"claude\",\"id\":\"u\",\"model\":\"m\"}}}}",
        "commit message" => "Add A\n\n* AI: x\n\nCo-Authored-By: Claude <noreply@anthropic.com>\nAssisted-by: codex:gpt-5\nClaude-Session: https://claude.ai/code/session_abc123\nReviewed-by: Kim <kim@example.com>\n",
        "envelope" => EnvelopeBuilder.TextOf(EnvelopeBuilder.Make(rows: [EnvelopeBuilder.LineRow("ai", 12), EnvelopeBuilder.WeekRow("2026-10-05", 1, 2.5m), EnvelopeBuilder.CostRow("2026-10", 1.25m)])),
        "suppression" => "payments: is replaced in v4; until 2027-01-31",
        _ => HostileJson.Good(Reader(format)),
    };
}
