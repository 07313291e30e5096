using AiAttribution.Benchmarks;

// Measurements that a person runs; no test depends on them. One verb, one file.
var verbs = new Dictionary<string, Func<string[], int>>
{
    ["blame"] = BlameComparison.Run,
    ["alone"] = AloneComparison.Run,
    ["align"] = SnapshotTimes.Align,
    ["snapshot"] = SnapshotTimes.Snapshot,
    ["evidence"] = EvidenceAccuracy.Run,
    ["evidence-log"] = EvidenceLog.Run,
    ["scan"] = ScanSteps.Run,
    ["agent-home"] = AgentHomeGenerator.Run,
    ["deployments"] = DeploymentTimes.Run,
    ["modes"] = ModeComparison.Run,
    ["growth"] = Growth.Run,
    ["growth-one"] = Growth.RunOne,
    ["cache"] = CacheTimes.Run,
    ["ratio"] = BlameRatio.Run,
    ["verbs"] = VerbTimes.Run,
    ["editor"] = EditorTimes.Run,
    ["fleet-lake"] = FleetLake.Run,
    ["fleet-load"] = FleetLoad.Run,
    ["fleet-times"] = FleetTimes.Run,
    ["fleet-pages"] = FleetTimes.Pages,
    ["forms"] = FormComparison.Run,
    ["outcomes"] = OutcomeTerms.Run,
    ["solution"] = SolutionGenerator.Run,
};

if (args.Length > 0 && verbs.TryGetValue(args[0], out Func<string[], int>? verb))
    return verb(args[1..]);
Console.Error.WriteLine($"usage: AiAttribution.Benchmarks ({string.Join('|', verbs.Keys)}) ARGUMENTS");
return 2;
