using Parley.Talks;

namespace Parley.Cli.Briefs;

/// <summary>Writes a brief to standard output in the format asked for.</summary>
internal static class BriefWriter
{
    /// <summary>The formats, as <c>--format</c> names them.</summary>
    public static ImmutableArray<string> Formats { get; } = ["text", "md", "html", "json"];

    public static void Write(Brief brief, string format, Surroundings surroundings)
    {
        switch (format)
        {
            case "md":
                MarkdownBrief.Write(brief, surroundings.Out);
                break;
            case "html":
                HtmlBrief.Write(brief, surroundings.Out);
                break;
            case "json":
                surroundings.Out.WriteLine(JsonBrief.Of(brief));
                break;
            default:
                new TextBrief(surroundings.Out, surroundings.Width, surroundings.OutIsTerminal).Write(brief);
                break;
        }
    }
}
