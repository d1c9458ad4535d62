namespace Parley.Intake;

/// <summary>White space as HTML knows it: a no-break space is none.</summary>
internal static class WhiteSpace
{
    /// <summary>The text on one line, runs of white space made one space, and none at its ends.</summary>
    public static string Collapse(string text) =>
        string.Join(' ', text.Split([' ', '\t', '\r', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries));
}
