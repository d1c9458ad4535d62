using System.Collections.Frozen;

namespace Parley.Intake.Pages.Body;

/// <summary>What HTML's elements do to a page's flow (HTML Living Standard, sections 4 and 15).</summary>
internal static class Markup
{
    private static readonly FrozenSet<string> s_phrasing = Set(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q rp rt ruby "
        + "s samp small span strike strong sub sup time tt u var wbr");

    private static readonly FrozenSet<string> s_textless = Set(
        "script style noscript template iframe object embed svg math canvas video audio map area button select input "
        + "textarea datalist option progress meter head title link meta base frameset noframes source track param");

    private static readonly FrozenSet<string> s_emphasis = Set("b em i strong");

    private static readonly FrozenSet<string> s_aside = Set("nav aside footer dialog menu figure figcaption caption address form");

    private static readonly FrozenSet<string> s_parts = Set("p ul ol li dl dt dd blockquote pre table thead tbody tfoot tr");

    /// <summary>Runs on within a line: its borders part no paragraphs. Unknown elements do too.</summary>
    public static bool IsPhrasing(string name) => s_phrasing.Contains(name) || name.Contains('-', StringComparison.Ordinal);

    /// <summary>Holds no text that a reader of the page sees, or only that of controls.</summary>
    public static bool IsTextless(string name) => s_textless.Contains(name);

    /// <summary>Sets its words off from those around them.</summary>
    public static bool IsEmphasis(string name) => s_emphasis.Contains(name);

    /// <summary>Stands beside the text by what HTML says of it.</summary>
    public static bool IsAside(string name) => s_aside.Contains(name);

    /// <summary>Is a part of the flow and never the whole of an article: a paragraph, a list, a table and their parts.</summary>
    public static bool IsPart(string name) => s_parts.Contains(name) || IsPhrasing(name);

    /// <summary><c>h1</c> to <c>h6</c>.</summary>
    public static bool IsHeading(string name) => name.Length == 2 && name[0] == 'h' && name[1] is >= '1' and <= '6';

    private static FrozenSet<string> Set(string names) =>
        names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
