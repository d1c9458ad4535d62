using System.Text;
using Parley.Talks;

namespace Parley.Cli.Briefs;

/// <summary>A brief in CommonMark. Whatever came from a report is escaped, so that it stays text.</summary>
internal static class MarkdownBrief
{
    public static void Write(Brief brief, TextWriter output)
    {
        output.WriteLine($"# {Escape(BriefWords.Title(brief))}");
        output.WriteLine();
        output.WriteLine(Escape(BriefWords.Basis(brief)));
        output.WriteLine();
        output.WriteLine($"## {BriefWords.OnHalt}");
        if (brief.OnHalt.IsEmpty)
        {
            output.WriteLine();
            output.WriteLine(BriefWords.Nothing);
        }

        var day = (string?)null;
        foreach (var told in brief.OnHalt)
        {
            if (BriefWords.When(told) != day)
            {
                day = BriefWords.When(told);
                output.WriteLine();
                output.WriteLine($"### {day}");
                output.WriteLine();
            }

            output.WriteLine($"- **{Escape(BriefWords.Speaker(told.Statement))}**: {Escape(BriefWords.Content(told.Statement))} *({Source(told)})*");
        }

        output.WriteLine();
        foreach (var line in BriefWords.Remainder(brief))
        {
            output.WriteLine(Escape(line));
            output.WriteLine();
        }
    }

    private static string Source(BriefStatement told) =>
        told.CarriedBy[0].Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? $"[{Escape(BriefWords.CarriedBy(told))}](<{new Uri(url).AbsoluteUri.Replace(">", "%3E", StringComparison.Ordinal)}>)"
            : Escape(BriefWords.CarriedBy(told));

    private static string Escape(string text)
    {
        // A line's end or a control character would end the list, or steer the terminal that shows it.
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in Terminal.Safe(text))
        {
            if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '#' or '|' or '!' or '~' or '&')
                escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
