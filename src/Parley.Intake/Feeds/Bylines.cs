namespace Parley.Intake.Feeds;

/// <summary>Writers' names as feeds give them.</summary>
internal static class Bylines
{
    /// <summary>
    /// The name alone: without "By", and without the mail address that RSS 2.0 wants before it
    /// (<c>desk@courier.example (Ana Horn)</c>). Null where nothing but an address is left, which is no name.
    /// </summary>
    public static string? Name(string? text)
    {
        var name = Markup.ToText(text);
        if (name is null)
            return null;
        if (name.Contains('@', StringComparison.Ordinal))
        {
            var (open, close) = (name.IndexOf('(', StringComparison.Ordinal), name.LastIndexOf(')'));
            if (open < 0 || close < open)
                return null;
            name = name[(open + 1)..close].Trim();
        }

        if (name.StartsWith("by ", StringComparison.OrdinalIgnoreCase))
            name = name[3..].Trim();
        return name.Length == 0 || name.Contains('@', StringComparison.Ordinal) ? null : name;
    }
}
