using System.Text.Json;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;

namespace AiAttribution.Reports.Json;

/// <summary>Members in JSON: verdict, sources, tokens.</summary>
internal static class JsonMembers
{
    public static void Write(Utf8JsonWriter json, MemberRecord member)
    {
        json.WriteStartObject();
        json.WriteString("name", member.Name);
        json.WriteString("path", member.Path);
        json.WriteNumber("line", member.Line);
        json.WriteNumber("column", member.Column);
        json.WriteNumber("codeLines", member.Verdict.Tally.Code);
        json.WriteNumber("aiLines", member.Verdict.Tally.Ai);
        json.WriteNumber("weakLines", member.Verdict.Tally.Weak);
        json.WriteNumber("unknownLines", member.Verdict.Tally.Unknown);
        json.WriteBoolean("aiHeavy", member.Verdict.IsAiHeavy);
        json.WriteString("test", ReportWords.Of(member.Verdict.Test));
        json.WriteList("searchedTests", member.Verdict.Searched, (writer, name) => writer.WriteStringValue(name));
        json.WriteStartObject("linkedTests");
        json.WriteNumber("direct", member.LinkedDirectly);
        json.WriteNumber("oneHop", member.LinkedByOneHop);
        if (member.SameSession is { } same)
            json.WriteBoolean("sameSession", same);
        else
            json.WriteNull("sameSession");
        json.WriteEndObject();
        json.WriteString("deployment", ReportWords.Of(member.Verdict.Deployment));
        json.WriteString("verdict", ReportWords.Of(member.Verdict.Verdict));
        JsonTokens.WriteTotal(json, member.Tokens);
        json.WriteList("sources", member.Verdict.Sources, WriteSource);
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, AiSource source)
    {
        json.WriteStartObject();
        json.WriteString("commit", source.ShortCommit);
        json.WriteString("grade", ReportWords.Of(source.Grade));
        json.WriteString("agent", source.Agent);
        json.WriteString("model", source.Model);
        json.WriteString("session", source.Session);
        json.WriteString("deployment", ReportWords.Of(source.Deployment));
        json.WriteString("firstDeployment", source.FirstDeployment);
        json.WriteEndObject();
    }
}
