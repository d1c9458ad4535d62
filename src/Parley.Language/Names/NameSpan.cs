namespace Parley.Language.Names;

/// <summary>A name among a document's tokens.</summary>
internal readonly record struct NameSpan(int First, int Count, NameKind Kind)
{
    /// <summary>Index of the token after its last.</summary>
    public int End => First + Count;

    /// <summary>A name of the tokens from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    public static NameSpan Of(int first, int end, NameKind kind) => new(first, end - first, kind);
}
