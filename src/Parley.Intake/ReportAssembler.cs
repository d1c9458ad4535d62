using System.Text;
using Parley.Reports;

namespace Parley.Intake;

/// <summary>Makes a <see cref="Report"/> of a <see cref="ReportDraft"/>: the same rules for every format.</summary>
public static class ReportAssembler
{
    private const int EarliestYear = 1900;

    /// <summary>
    /// Paragraphs are trimmed, blank ones dropped, and joined with one blank line. Line breaks within a paragraph
    /// become a space, code unit for code unit; lone surrogates become U+FFFD; control characters a space.
    /// Curly quotes, no-break and other spaces stay as they are. The language is left for <c>Languages</c>.
    /// </summary>
    public static Result<Report> Assemble(ReportDraft draft, Origin origin, IntakeLimits limits)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(limits);
        var text = Join(draft.Paragraphs);
        if (text.Length == 0)
            return new Fault(IntakeFaults.NoText, origin.ToString());
        if (text.Length > limits.TextLength)
            return new Fault(IntakeFaults.TextTooLong, origin.ToString(), $"{text.Length} code units, at most {limits.TextLength}");
        var url = Clean(draft.Url) ?? origin.Url?.AbsoluteUri;
        var outlet = Clean(draft.Outlet) ?? HostOf(url);
        return new Report(text)
        {
            File = origin.File,
            SourceId = Clean(draft.SourceId),
            Url = url,
            Outlet = outlet is null ? null : new Outlet(outlet),
            Title = Clean(draft.Title),
            Byline = [.. draft.Byline.Select(Clean).OfType<string>()],
            Published = Plausible(draft.Published),
            Modified = Plausible(draft.Modified),
            Dateline = draft.Dateline,
        };
    }

    /// <summary>Programs write the first day they know (0001-01-01, 1601-01-01) where they have no date.</summary>
    private static PartialDate? Plausible(PartialDate? date) => date is { Year: >= EarliestYear } ? date : null;

    /// <summary>The host of an address without <c>www.</c>; null where it has none.</summary>
    private static string? HostOf(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return null;
        var host = uri.IdnHost;
        return host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
    }

    private static string Join(ImmutableArray<string> paragraphs)
    {
        var text = new StringBuilder();
        foreach (var paragraph in paragraphs)
        {
            var clean = Clean(paragraph);
            if (clean is null)
                continue;
            if (text.Length > 0)
                text.Append("\n\n");
            text.Append(clean);
        }

        return text.ToString();
    }

    /// <summary>One line of clean text; null where nothing but white space is left.</summary>
    private static string? Clean(string? text)
    {
        if (text is null)
            return null;
        var span = text.AsSpan().Trim();
        if (span.IsEmpty)
            return null;
        return IsClean(span)
            ? span.Length == text.Length ? text : span.ToString()
            : string.Create(span.Length, span, static (target, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                    target[i] = IsLoneSurrogate(source, i) ? '\uFFFD' : char.IsControl(source[i]) ? ' ' : source[i];
            });
    }

    private static bool IsClean(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) || IsLoneSurrogate(text, i))
                return false;
        }

        return true;
    }

    private static bool IsLoneSurrogate(ReadOnlySpan<char> text, int i) =>
        (char.IsHighSurrogate(text[i]) && (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])))
        || (char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1])));
}
