using System.Text.Encodings.Web;
using System.Text.Unicode;
using Parley.Talks;

namespace Parley.Cli.Briefs;

/// <summary>A brief as one page without scripts or outside parts. Whatever came from a report is encoded, so that it stays text.</summary>
internal static class HtmlBrief
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static void Write(Brief brief, TextWriter output)
    {
        output.WriteLine($$"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{{Encode(BriefWords.Title(brief))}}</title>
            <style>
            body { font: 1rem/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff }
            h1 { font-size: 1.6rem } h2 { font-size: 1.2rem } h3 { font-size: 1rem; margin-bottom: 0 }
            small { color: #555 } li { margin: .5rem 0 } a { color: #17507a }
            @media (prefers-color-scheme: dark) { body { color: #e8e8e8; background: #161616 } small { color: #aaa } a { color: #8ec5f0 } }
            </style>
            </head>
            <body>
            <main>
            <h1>{{Encode(BriefWords.Title(brief))}}</h1>
            <p>{{Encode(BriefWords.Basis(brief))}}</p>
            <h2>{{BriefWords.OnHalt}}</h2>
            """);
        if (brief.OnHalt.IsEmpty)
            output.WriteLine($"<p>{BriefWords.Nothing}</p>");
        var day = (string?)null;
        var open = false;
        foreach (var told in brief.OnHalt)
        {
            if (BriefWords.When(told) != day)
            {
                day = BriefWords.When(told);
                output.WriteLine(open ? "</ul>" : "");
                output.WriteLine($"<h3>{day}</h3>\n<ul>");
                open = true;
            }

            output.WriteLine($"<li><b>{Encode(BriefWords.Speaker(told.Statement))}</b>: {Encode(BriefWords.Content(told.Statement))} <small>{Source(told)}</small></li>");
        }

        output.WriteLine(open ? "</ul>" : "");
        foreach (var line in BriefWords.Remainder(brief))
            output.WriteLine($"<p>{Encode(line)}</p>");
        output.WriteLine("</main>\n</body>\n</html>");
    }

    private static string Source(BriefStatement told)
    {
        var words = Encode(BriefWords.CarriedBy(told));
        return told.CarriedBy[0].Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? $"<a href=\"{Encode(new Uri(url).AbsoluteUri)}\" rel=\"noreferrer\">{words}</a>"
            : words;
    }

    private static string Encode(string text) => s_encoder.Encode(text);
}
