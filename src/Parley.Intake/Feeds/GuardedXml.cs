using System.Globalization;
using System.Xml;
using Parley.Reports;

namespace Parley.Intake.Feeds;

/// <summary>
/// XML from strangers, looked through once before anything is made of it: no document type, no entities, no
/// resolver, no depth that could exhaust a stack, no tag that could exhaust patience. Mended where that helps.
/// </summary>
internal sealed class GuardedXml
{
    private const int MostAttributes = 1024;
    private readonly string _text;
    private readonly long _longest;
    private readonly int _linesBefore;

    private GuardedXml(string text, long longest, int linesBefore) =>
        (_text, _longest, _linesBefore) = (text, longest, linesBefore);

    /// <summary>The root element's name without prefix; empty where there is not even a root.</summary>
    public string Root { get; private set; } = "";

    /// <summary>Where and why parsing ends early; null where the document is whole.</summary>
    public string? Breaks { get; private set; }

    /// <summary>Decodes and looks through a document.</summary>
    public static Result<GuardedXml> Open(string text, IntakeLimits limits, string where, CancellationToken cancellation)
    {
        var prolog = XmlProlog.Of(text);
        if (prolog.DeclaresEntities)
            return new Fault(FeedFaults.DeclaresEntities, where);
        if (HasCrowdedTag(text.AsSpan(prolog.End)))
            return new Fault(FeedFaults.Crowded, where);
        var lines = text.AsSpan(0, prolog.End).Count('\n');
        var asIs = new GuardedXml(text[prolog.End..], limits.DecompressedBytes, lines);
        if (!asIs.LookThrough(limits.MarkupDepth, cancellation))
            return new Fault(FeedFaults.TooDeep, where);
        if (asIs.Breaks is null)
            return asIs;
        var mended = new GuardedXml(XmlMending.Mend(asIs._text), limits.DecompressedBytes, lines);
        return mended.LookThrough(limits.MarkupDepth, cancellation) ? mended : new Fault(FeedFaults.TooDeep, where);
    }

    /// <summary>
    /// A reader that stands before the root element. It throws <see cref="XmlException"/> where the document
    /// <see cref="Breaks"/>.
    /// </summary>
    public XmlReader CreateReader()
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = _longest,
            CloseInput = true,
        };
        return XmlReader.Create(new StringReader(_text), settings, XmlNames.Usual());
    }

    /// <summary>The line of the reader's place in the document as it came.</summary>
    public int LineOf(XmlReader reader) => _linesBefore + ((IXmlLineInfo)reader).LineNumber;

    private bool LookThrough(int depth, CancellationToken cancellation)
    {
        using var reader = CreateReader();
        try
        {
            while (reader.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                if (reader.Depth > depth)
                    return false;
                if (Root.Length == 0 && reader.NodeType == XmlNodeType.Element)
                    Root = reader.LocalName;
            }
        }
        catch (XmlException e)
        {
            Breaks = string.Create(CultureInfo.InvariantCulture, $"line {_linesBefore + e.LineNumber}: {e.Message.TrimEnd('.')}");
        }

        return true;
    }

    /// <summary>
    /// Whether a tag holds more attributes than any feed has use for: a million of them take the parser half a
    /// minute. Linear, and no parser: what it misjudges is broken anyway.
    /// </summary>
    private static bool HasCrowdedTag(ReadOnlySpan<char> text)
    {
        for (int tag; (tag = text.IndexOf('<')) >= 0;)
        {
            text = text[(tag + 1)..];
            var verbatim = text.StartsWith("![CDATA[", StringComparison.Ordinal)
                ? "]]>"
                : text.StartsWith("!--", StringComparison.Ordinal) ? "-->" : null;
            if (verbatim is not null)
            {
                var end = text.IndexOf(verbatim, StringComparison.Ordinal);
                text = end < 0 ? default : text[end..];
                continue;
            }

            for (var attributes = 0; ; attributes++)
            {
                // Ending at "<" too, where a tag is broken, keeps each character looked at once.
                var at = text.IndexOfAny("<>\"'");
                if (at < 0)
                    return false;
                if (attributes > MostAttributes)
                    return true;
                var quote = text[at];
                text = text[at..];
                if (quote is '<' or '>')
                    break;
                var close = text[1..].IndexOf(quote);
                if (close < 0)
                    return false;
                text = text[(close + 2)..];
            }
        }

        return false;
    }
}
