using System.Collections.Frozen;
using System.Text;
using Parley.Reports.Data;

namespace Parley.Intake.Encodings;

/// <summary>Character sets by the labels that pages and servers declare (WHATWG Encoding Standard, section 4.2).</summary>
internal static class EncodingLabels
{
    private static readonly FrozenDictionary<string, string> s_names =
        WordList.Load(typeof(EncodingLabels).Assembly, "Encodings.labels.tsv")
            .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    /// <summary>The encoding that <paramref name="label"/> stands for; null where it stands for none that a page may use.</summary>
    public static Encoding? Find(string? label)
    {
        if (label is null)
            return null;
        var name = label.Trim(' ', '\t', '\r', '\n', '\f', '"', '\'').ToLowerInvariant();
        name = s_names.GetValueOrDefault(name, name);
        if (name.Length == 0 || name is "utf-7" or "hz-gb-2312" or "iso-2022-kr" or "iso-2022-cn")
            return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
