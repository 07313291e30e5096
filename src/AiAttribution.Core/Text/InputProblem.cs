namespace AiAttribution.Core.Text;

/// <summary>Why a coverage or test-result file cannot be read.</summary>
/// <param name="Line">Line, 1-based; 0 when it is the file as a whole.</param>
/// <param name="Column">Column, 1-based; 0 when it is the file as a whole.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
internal sealed record InputProblem(int Line, int Column, string Message);
