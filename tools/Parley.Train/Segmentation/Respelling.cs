namespace Parley.Train.Segmentation;

/// <summary>Other habits of spelling the same text: what a treebank writes straight, newspapers write curly.</summary>
internal static class Respelling
{
    /// <summary>Curly for straight quotation marks and apostrophes, a dash for two hyphens.</summary>
    public static string Curl(string form, bool isAfterSpace, bool isBeforeSpace) => form switch
    {
        "\"" => isAfterSpace && !isBeforeSpace ? "“" : "”",
        "'" => isAfterSpace && !isBeforeSpace ? "‘" : "’",
        "--" => "—",
        "..." => "…",
        _ when form.Contains("://", StringComparison.Ordinal) => form,
        _ => form.Replace('\'', '’'),
    };

    /// <summary>The other way round.</summary>
    public static string Straighten(string form, bool isAfterSpace, bool isBeforeSpace) =>
        form is "—" ? "--" : form.Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"');

    /// <summary>Curls what is straight and straightens what is curly.</summary>
    public static string Exchange(string form, bool isAfterSpace, bool isBeforeSpace) =>
        form.AsSpan().ContainsAny("’‘“”—") ? Straighten(form, isAfterSpace, isBeforeSpace) : Curl(form, isAfterSpace, isBeforeSpace);
}
