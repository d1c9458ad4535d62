namespace Parley.Cli.Annotations;

/// <summary>Text for formats whose records are lines.</summary>
internal static class OneLine
{
    /// <summary><paramref name="text"/> with a space for each white-space character.</summary>
    public static string Of(ReadOnlySpan<char> text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = char.IsWhiteSpace(source[i]) ? ' ' : source[i];
    });
}
