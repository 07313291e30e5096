namespace AiAttribution.Core.Model;

/// <summary>What was known of tests.</summary>
/// <param name="Reports">Coverage reports read.</param>
/// <param name="MeasuredFiles">Files of the subject that were measured on this very text.</param>
/// <param name="StaleFiles">Files of the subject that changed since they were measured.</param>
/// <param name="Unresolved">Names in coverage reports that belong to no file of the repository.</param>
internal sealed record ReportTests(int Reports, int MeasuredFiles, int StaleFiles, IReadOnlyList<string> Unresolved);
