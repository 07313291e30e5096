using System.Text;
using System.Text.Json;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Sessions.Recorded;

namespace AiAttribution.Cli.Capture;

/// <summary>The links of sessions and commits as one object.</summary>
internal static class LinkJson
{
    public static void Write(TextWriter output, LinkReport report)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            List(json, "sessions", report.Sessions, (w, session) => Session(w, report, session));
            List(json, "links", report.Rows, Link);
            List(json, "unlinked", report.Rests.Select(Rest).Concat(report.Ledger.Unlinked), Rest);
            List(json, "aiCommitsWithoutSession", report.Without, (w, commit) => w.WriteString("commit", commit.Commit));
            json.WriteNumber("tokensInGit", report.Ledger.Total.Usage.Total);
            json.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).ReplaceLineEndings("\n") + "\n");
    }

    private static void Session(Utf8JsonWriter json, LinkReport report, AgentSession session)
    {
        json.WriteString("agent", session.Agent);
        json.WriteString("id", session.Id);
        json.WriteString("exactness", ExactnessNames.Of(session.Exactness));
        json.WriteNumber("tokens", session.Usage.Total);
        json.WriteNumber("linked", report.Linked(session).Total);
        json.WriteNumber("commits", report.Commits(session));
    }

    private static void Link(Utf8JsonWriter json, LinkRow row)
    {
        json.WriteString("commit", row.Commit);
        json.WriteString("agent", row.Allocation.Agent);
        json.WriteString("session", row.Allocation.Session);
        json.WriteString("method", LinkMethodNames.Of(row.Allocation.Method));
        json.WriteString("recordedIn", row.IsNew ? null : RecordSourceNames.Of(row.Allocation.Source));
        json.WriteString("exactness", ExactnessNames.Of(row.Allocation.Exactness));
        json.WriteNumber("tokens", row.Allocation.Usage.Total);
    }

    private static UnlinkedSession Rest(SessionRest rest) => new(rest.Agent, rest.Session, RecordSource.Note, Exactness.Absent, rest.Usage, rest.Reason);

    private static void Rest(Utf8JsonWriter json, UnlinkedSession rest)
    {
        json.WriteString("agent", rest.Agent);
        json.WriteString("session", rest.Session);
        json.WriteNumber("tokens", rest.Usage.Total);
        json.WriteString("why", UnallocatedWords.Of(rest.Reason));
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
