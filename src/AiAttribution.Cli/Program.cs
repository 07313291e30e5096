using AiAttribution.Cli.Hosting;

return await Tool.RunAsync(args, ToolConsole.OfProcess());
