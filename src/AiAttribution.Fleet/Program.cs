using AiAttribution.Fleet.Verbs;

return await FleetTool.RunAsync(args, ToolConsole.OfProcess());
