namespace Parley.Intake.Inputs;

/// <summary>Tells kinds of JSON apart by the beginning of it.</summary>
internal static class JsonShape
{
    private const string FeedVersion = "https://jsonfeed.org/version/";

    /// <summary>The kind; null where the text only happens to begin with a bracket.</summary>
    /// <param name="start">The text from its first bracket.</param>
    /// <param name="isDeclaredLines">
    /// Whether name or media type says JSON Lines: decides for a first object that does not end within the head.
    /// </param>
    public static InputKind? Of(ReadOnlySpan<char> start, bool isDeclaredLines)
    {
        var next = start[1..].TrimStart();
        if (start[0] == '[')
            return next.IsEmpty || next[0] is '{' or ']' or '[' or '"' ? InputKind.JsonArray : null;
        if (!next.IsEmpty && next[0] is not ('"' or '}'))
            return null;
        var end = EndOfObject(start);
        if (end is { } at)
        {
            var rest = start[at..];
            var line = rest.IndexOf('\n');
            if (line >= 0 && rest[..line].IsWhiteSpace() && rest[line..].TrimStart() is ['{', ..])
                return InputKind.JsonLines;
        }

        if (isDeclaredLines && (end is null || !start[..end.Value].Contains('\n')))
            return InputKind.JsonLines;
        return IsFeed(end is { } length ? start[..length] : start) ? InputKind.JsonFeed : InputKind.NewsArticle;
    }

    // "version": "https://jsonfeed.org/version/1.1", its slashes perhaps escaped.
    private static bool IsFeed(ReadOnlySpan<char> json)
    {
        var plain = json.ToString().Replace("\\/", "/", StringComparison.Ordinal);
        var at = plain.IndexOf(FeedVersion, StringComparison.Ordinal);
        if (at < 0)
            return false;
        var before = plain.AsSpan(0, at).TrimEnd('"').TrimEnd();
        return before is [.., ':'] && before[..^1].TrimEnd().EndsWith("\"version\"");
    }

    // Where the first object ends; null where it does not within the text.
    private static int? EndOfObject(ReadOnlySpan<char> json)
    {
        var depth = 0;
        var inString = false;
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            if (inString)
            {
                if (c == '\\')
                    i++;
                else if (c == '"')
                    inString = false;
            }
            else if (c == '"')
            {
                inString = true;
            }
            else if (c is '{' or '[')
            {
                depth++;
            }
            else if (c is '}' or ']' && --depth == 0)
            {
                return i + 1;
            }
        }

        return null;
    }
}
