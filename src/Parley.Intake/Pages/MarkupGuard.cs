using System.Collections.Frozen;
using Parley.Reports;

namespace Parley.Intake.Pages;

/// <summary>
/// Reads a page's tags once, in linear time and without building anything, to refuse what would cost a parser
/// quadratic time or overflow a stack: deep nesting, formatting that is never closed and so is repeated in every
/// paragraph that follows, and tags of very many attributes.
/// </summary>
internal sealed class MarkupGuard
{
    /// <summary>Elements a page may have, those that a parser repeats counted. Long live blogs have some 50,000.</summary>
    private const long MostElements = 1_000_000;

    /// <summary>Attributes one tag may have.</summary>
    private const int MostAttributes = 2_000;

    private static readonly FrozenSet<string> s_void =
        Set("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");
    private static readonly FrozenSet<string> s_raw = Set("script style textarea title xmp iframe noembed noframes");
    private static readonly FrozenSet<string> s_formatting = Set("a b big code em font i nobr s small strike strong tt u");

    // The parser ends these itself where the next of their kind begins, if nothing that shuts them in lies between.
    private static readonly FrozenSet<string> s_closedByNext = Set("p li dt dd option optgroup tr td th tbody thead tfoot a");
    private static readonly FrozenSet<string> s_shutsIn =
        Set("ul ol dl table select button object applet marquee template svg math div section article blockquote");

    // Within a drawing these end the drawing (HTML Living Standard, "in foreign content"), so that what follows nests again.
    private static readonly FrozenSet<string> s_endsDrawing = Set(
        "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li menu nobr ol p pre ruby s "
        + "small span strong strike sub sup table tt u ul var font");

    private readonly List<string> _open = [];
    private readonly Dictionary<string, int> _counts = [];
    private long _elements;
    private int _formatting;

    /// <summary>Why the page is refused; null where it may be parsed.</summary>
    public static Fault? Check(string markup, Origin origin, IntakeLimits limits) =>
        new MarkupGuard().Scan(markup, origin.ToString(), limits.MarkupDepth);

    private Fault? Scan(string markup, string where, int mostDepth)
    {
        var at = 0;
        while (TagScan.Next(markup, ref at, out var tag))
        {
            if (tag.IsEnd)
            {
                Close(tag.Name);
                continue;
            }

            if (tag.Attributes > MostAttributes)
                return new Fault(PageFaults.TooManyElements, where, $"a tag with {tag.Attributes} attributes");
            _elements += 1 + _formatting;
            if (_elements > MostElements)
                return new Fault(PageFaults.TooManyElements, where, $"more than {MostElements} elements");
            if (s_raw.Contains(tag.Name))
            {
                at = TagScan.EndOfRaw(markup, at, tag.Name);
                continue;
            }

            Open(tag);
            if (_open.Count > mostDepth)
                return new Fault(PageFaults.TooDeep, where, $"more than {mostDepth} deep");
        }

        return null;
    }

    private void Open(Tag tag)
    {
        if (IsForeign() && s_endsDrawing.Contains(tag.Name))
        {
            Close("svg");
            Close("math");
        }

        if (s_void.Contains(tag.Name) || (tag.ClosesItself && IsForeign()))
            return;
        if (s_closedByNext.Contains(tag.Name))
            CloseBefore(tag.Name);
        _open.Add(tag.Name);
        _counts[tag.Name] = _counts.GetValueOrDefault(tag.Name) + 1;
        if (s_formatting.Contains(tag.Name))
            _formatting++;
    }

    private bool IsForeign() => _counts.GetValueOrDefault("svg") > 0 || _counts.GetValueOrDefault("math") > 0;

    /// <summary>An end tag closes all down to the nearest of its name; without one it closes nothing.</summary>
    private void Close(string name)
    {
        if (_counts.GetValueOrDefault(name) == 0)
            return;
        while (Pop() != name)
        {
        }
    }

    /// <summary>
    /// Closes an element of the same kind that is still open, unless it is shut in. The search is as deep as the limit
    /// at most.
    /// </summary>
    private void CloseBefore(string name)
    {
        if (_counts.GetValueOrDefault(name) == 0)
            return;
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i] == name)
            {
                while (_open.Count > i)
                    Pop();
                return;
            }

            if (s_shutsIn.Contains(_open[i]))
                return;
        }
    }

    private string Pop()
    {
        var name = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        _counts[name]--;
        if (s_formatting.Contains(name))
            _formatting--;
        return name;
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
